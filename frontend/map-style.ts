/** The look of the map. The roles of colour may be set from outside; each pair of ink and paper has a contrast of 4.5:1. */
export const STYLE = `
  :host {
    --map-ground: light-dark(#f0eee8, #15191c);
    --map-built: light-dark(#e9e6de, #1b2024);
    --map-wood: light-dark(#d7e2cd, #18241d);
    --map-park: light-dark(#dbe8d2, #1b2a21);
    --map-water: light-dark(#bcd6e8, #17344a);
    --map-stream: light-dark(#bcd6e8, #17344a);
    --map-path: light-dark(#cfc6b4, #3a4148);
    --map-lane: light-dark(#fbfaf8, #2b3137);
    --map-side: light-dark(#fff, #323940);
    --map-main: light-dark(#fff, #434c55);
    --map-rail: light-dark(#a9a59c, #5a636c);
    --map-casing: light-dark(#f4f2ee, #1b2024);
    --map-house: light-dark(#d5d0c5, #2b3238);
    --map-public: light-dark(#c3bcae, #39424a);
    --map-boundary: light-dark(#9a938a, #66707a);
    --map-name: var(--soft);
    --map-halo: var(--map-built);
    --map-water-name: light-dark(#2d6289, #7fb4d8);
    --map-green-name: light-dark(#43693a, #86b58c);

    display: block;
    position: relative;
    overflow: hidden;
    background: var(--map-ground);
    color: var(--soft);
    font-size: 0.8125rem;
  }

  .ground { position: absolute; inset: 0; touch-action: pan-x pan-y; }
  .ground:focus { outline: none; }
  .markers { position: absolute; inset: 0; font-size: calc(0.78125rem * var(--map-marker, 1)); pointer-events: none; }

  .markers button {
    display: flex; position: absolute; top: 0; left: 0; align-items: center; gap: 0.4em;
    min-width: 2.08em; height: 2.08em; padding: 0 0.64em; border: 1.5px solid var(--edge); border-radius: 1.04em;
    background: var(--card); color: var(--ink); font-family: inherit; font-size: 1em; font-weight: 600; line-height: 1;
    font-variant-numeric: tabular-nums; white-space: nowrap; cursor: pointer; pointer-events: auto;
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%); will-change: transform;
  }
  .markers button:hover { z-index: 2; border-color: var(--ink); }
  .markers button:focus-visible, .tools button:focus-visible { z-index: 3; outline: 3px solid var(--accent); outline-offset: 2px; }
  .markers button[data-chosen] { z-index: 1; box-shadow: 0 0 0 3px var(--accent); }
  .markers i { flex: none; width: 0.72em; height: 0.72em; background: currentColor; }
  .markers b { padding-left: 5px; border-left: 1px solid currentColor; font-weight: 500; }
  .markers b:empty, .markers span:empty, .markers [hidden] { display: none; }

  /* a newer value that does not count: the cross of the tiles in a broken ring */
  .markers s, .markers b[data-doubt]::after {
    display: inline-block; flex: none; box-sizing: border-box; width: 13px; height: 13px; margin-left: 3px;
    border: 1px dashed currentColor; border-radius: 50%; vertical-align: -2px;
    background:
      linear-gradient(45deg, transparent 42%, currentColor 42% 58%, transparent 58%) center / 8px 8px no-repeat,
      linear-gradient(-45deg, transparent 42%, currentColor 42% 58%, transparent 58%) center / 8px 8px no-repeat;
  }
  .markers s { margin-left: 0; }
  .markers b[data-doubt]::after { content: ""; }

  [data-look="good"] i { border-radius: 50%; background: var(--good); }
  [data-look="plain"] i { display: none; }
  .markers [data-look="notice"] { z-index: 1; border-color: var(--notice); background: var(--notice-paper); color: var(--notice); }
  [data-look="notice"] i { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
  .markers [data-look="warning"] { z-index: 1; border-color: var(--card); border-radius: 8px; background: var(--warning); color: var(--card); }
  [data-look="warning"] i { clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
  .markers [data-look="alarm"] { z-index: 1; border-color: var(--card); border-radius: 4px; background: var(--alarm); color: var(--card); }
  .markers [data-look="silent"] { border-style: dashed; border-color: var(--soft); color: var(--soft); }
  [data-look="silent"] i { border: 1.5px dashed currentColor; border-radius: 50%; background: none; box-sizing: border-box; }
  /* what nobody believes: the cross; where somebody works: the stop of a building site */
  .markers [data-look="implausible"] { border: 1.5px dotted var(--ink); }
  [data-look="implausible"] i {
    clip-path: polygon(18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%, 0 18%);
  }
  .markers [data-look="maintenance"] { border-style: double; border-width: 3px; border-color: var(--soft); color: var(--soft); }
  [data-look="maintenance"] i { clip-path: polygon(0 0, 100% 0, 100% 30%, 0 30%, 0 65%, 100% 65%, 100% 100%, 0 100%); }

  .tools { display: var(--map-tools, grid); position: absolute; top: 8px; right: 8px; gap: 4px; }
  .tools button {
    width: 32px; height: 32px; padding: 0; border: 1px solid var(--edge); border-radius: 8px; background: var(--card);
    color: var(--ink); font: 600 1.0625rem/1 sans-serif; cursor: pointer;
  }
  .tools button:hover { border-color: var(--ink); }

  .foot {
    display: flex; position: absolute; right: 8px; bottom: 6px; left: 8px; align-items: end; gap: 8px; pointer-events: none;
    color: var(--map-name); font-size: 0.75rem;
  }
  .scale, .north, .attribution { padding: 1px 5px; border-radius: 4px; background: var(--card); }
  .attribution { margin-left: auto; }
  .attribution:empty { display: none; }
  .ol-scale-line-inner { padding: 0 4px; border: 1px solid currentColor; border-top: 0; text-align: center; }
  .note, .hint {
    position: absolute; left: 50%; margin: 0; padding: 4px 10px; border-radius: 7px; transform: translateX(-50%);
    background: var(--ink); color: var(--card); text-align: center; pointer-events: none;
  }
  .note { top: 8px; }
  .hint { top: 45%; }
  .note:empty, .hint:empty { display: none; }

  @media (prefers-contrast: more) {
    .markers button { border-color: var(--ink); }
  }
  @media (forced-colors: active) {
    :host {
      --map-ground: Canvas; --map-built: Canvas; --map-wood: Canvas; --map-park: Canvas; --map-water: GrayText;
      --map-stream: GrayText; --map-path: Canvas; --map-lane: Canvas; --map-side: GrayText; --map-main: GrayText;
      --map-rail: GrayText; --map-casing: Canvas; --map-house: Canvas; --map-public: Canvas; --map-boundary: GrayText;
      --map-name: CanvasText; --map-halo: Canvas; --map-water-name: CanvasText; --map-green-name: CanvasText;
    }
    .markers button { border-color: ButtonText; forced-color-adjust: auto; }
    .markers i { forced-color-adjust: none; background: ButtonText; }
    [data-look="silent"] i { border-color: ButtonText; background: none; }
  }
`;
