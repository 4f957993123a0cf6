/** What reads QR codes, as a part of the program that is loaded on demand. */
export { default as decodeQR } from 'qr/decode.js';
