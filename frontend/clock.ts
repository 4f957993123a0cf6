/** The time of the server, which may differ from that of this computer. */
let skew = 0;

export function setServerTime(epochMilliseconds: number): void {
  skew = epochMilliseconds - Date.now();
}

export function serverTime(): number {
  return Date.now() + skew;
}
