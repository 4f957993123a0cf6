-- Devices without an account of their own may send as their maker made them, so that they are heard before anybody has
-- registered them: wherever the cockpit listens. What somebody has changed stays.
UPDATE broker_account
   SET filters = '{city/#,tele/+/SENSOR,tele/+/STATE,zigbee2mqtt/+,application/+/device/+/event/up,application/+/device/+/event/status,+/events/rpc}',
       version = DEFAULT, changed_at = now()
 WHERE name = 'device' AND filters = '{city/#}';
