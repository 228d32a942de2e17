/** 看图: how a page is looked at; `turn` counts quarter turns clockwise. */
export type Look = { readonly page: number; readonly zoom: number; readonly turn: 0 | 1 | 2 | 3 };

export type Size = { readonly width: number; readonly height: number };

export const firstLook: Look = { page: 0, zoom: 1, turn: 0 };

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6];

/** Turns to another page, seen whole and upright again; stops at the first and the last. */
export function atPage(look: Look, page: number, pages: number): Look {
  const next = Math.min(Math.max(page, 0), Math.max(pages - 1, 0));
  return next === look.page ? look : { ...firstLook, page: next };
}

/** One step closer or further away. */
export function zoomed(look: Look, by: 1 | -1): Look {
  const now = zooms.indexOf(look.zoom);
  const next = zooms[(now === -1 ? zooms.indexOf(1) : now) + by];
  return next === undefined ? look : { ...look, zoom: next };
}

/** Close up, or back to the whole page. */
export function toggled(look: Look): Look {
  return { ...look, zoom: look.zoom === 1 ? 2 : 1 };
}

/** A quarter turn clockwise. */
export function turned(look: Look): Look {
  const next = ([1, 2, 3, 0] as const)[look.turn];
  return { ...look, turn: next };
}

/** Where a picture stands: `room` is what it takes up after turning, `image` its own size before. */
export function layOut(picture: Size, frame: Size, { zoom, turn }: Look): { room: Size; image: Size } {
  const lying = turn % 2 === 1;
  const across = lying ? picture.height : picture.width;
  const down = lying ? picture.width : picture.height;
  if (across === 0 || down === 0) return { room: { width: 0, height: 0 }, image: { width: 0, height: 0 } };
  const scale = Math.min(frame.width / across, frame.height / down) * zoom;
  return {
    room: { width: across * scale, height: down * scale },
    image: { width: picture.width * scale, height: picture.height * scale },
  };
}
