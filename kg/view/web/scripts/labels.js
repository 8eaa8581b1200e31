"use strict";
/* Names on a canvas, as many as find room clear of one another, the most central first. */

fayan.labels = (() => {
  const CELL = 48; // pixels to a side of the raster that finds overlaps
  const PADDING = 3;
  const SMALLEST = 4.6; // radius on screen from which a node is named
  const FEW = 60; // edges in focus up to which each is named
  const CLOSE = 1.35; // scale from which all edges are named
  const MOST = 260; // names drawn at once
  const MOVING = 40; // names drawn while a large drawing is dragged
  const ALONG = [0.5, 0.62, 0.4]; // where on an edge its name may stand
  const widths = new Map();

  function width(context, text, font) {
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  /** Boxes already taken, found again by the raster cells they cover. */
  class Taken {
    constructor() {
      this.cells = new Map();
    }

    each(box, visit) {
      for (let i = Math.floor(box[0] / CELL); i <= Math.floor(box[2] / CELL); i += 1) {
        for (let j = Math.floor(box[1] / CELL); j <= Math.floor(box[3] / CELL); j += 1) {
          if (visit(i * 65536 + j)) return true;
        }
      }
      return false;
    }

    add(box, owner) {
      this.each(box, (key) => {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push({ box, owner });
        return false;
      });
    }

    hit(box, owner) {
      return this.each(box, (key) =>
        (this.cells.get(key) || []).some(
          (other) =>
            (owner === undefined || other.owner !== owner) &&
            other.box[0] < box[2] &&
            box[0] < other.box[2] &&
            other.box[1] < box[3] &&
            box[1] < other.box[3],
        ),
      );
    }
  }

  /** Where a label of `w` × `h` may stand around a disc: below, right, above, left. */
  function places(x, y, r, w, h) {
    return [
      [x - w / 2, y + r + 3],
      [x + r + 5, y - h / 2],
      [x - w / 2, y - r - 3 - h],
      [x - r - 5 - w, y - h / 2],
    ];
  }

  /** What is on screen: each node with its point and radius in pixels, most central first. */
  function onScreen(stage, focus, view) {
    const found = [];
    const rows = focus ? [...focus.nodes].map((id) => fayan.nodes.get(id)) : fayan.order;
    for (const row of rows) {
      const place = stage.place(row.id);
      if (!place) continue;
      const x = (place.x - view.x) * view.scale + view.width / 2;
      const y = (place.y - view.y) * view.scale + view.height / 2;
      if (x < -80 || y < -40 || x > view.width + 80 || y > view.height + 40) continue;
      const main = Boolean(focus && focus.main === row.id);
      found.push({ row, x, y, r: place.size * view.scale, main });
    }
    if (focus) found.sort((a, b) => b.main - a.main || a.row.rank - b.row.rank);
    return found;
  }

  /** How the name of an item is set: {text, font, size}. */
  function setting({ row, main, important }, focus, view) {
    const size = (main ? 15 : important ? 13.5 : 12) - (view.width < 500 ? 1 : 0);
    const text = fayan.dom.short(row.label, main ? 30 : focus ? 18 : 12);
    return { text, size, font: `${main || important ? 600 : 400} ${size}px ${view.family}` };
  }

  function nodeLabels(context, items, focus, view, discs, labels, most) {
    const set = [];
    for (const item of items) {
      if (set.length >= most) break;
      const { rank, group } = item.row;
      item.important = rank <= 12 || (group === "Unit" && rank <= 40);
      if (!focus && !item.important && item.r < SMALLEST) continue;
      const { text, size, font } = setting(item, focus, view);
      const w = width(context, text, font);
      const h = size * 1.25;
      const spots = places(item.x, item.y, item.r, w, h);
      const free = (clear) => ([x, y]) => {
        const box = [x - PADDING, y - PADDING, x + w + PADDING, y + h + PADDING];
        const inside = box[0] > 0 && box[1] > 0 && box[2] < view.width && box[3] < view.height;
        return inside && !labels.hit(box) && !(clear && clear.hit(box, item.row.id));
      };
      // A hub is named even across its neighbours, but never across another name.
      const spot =
        spots.find(free(discs)) ||
        (item.main || item.important ? spots.find(free(null)) : null) ||
        (item.main ? spots[0] : null);
      if (!spot) continue;
      labels.add([spot[0], spot[1], spot[0] + w, spot[1] + h]);
      set.push({ text, x: spot[0], y: spot[1] + h / 2, size, font, ink: fayan.colours.ink });
    }
    // The least important first: halos never cut into a label that matters more.
    return set.reverse();
  }

  function edgeLabels(context, stage, focus, view, discs, labels) {
    const set = [];
    const ids = focus
      ? focus.edges.size <= FEW ? focus.edges : []
      : view.scale < CLOSE ? [] : fayan.edges.keys();
    const font = `400 11px ${view.family}`;
    for (const id of ids) {
      if (!stage.along(id, 0.5)) continue;
      const row = fayan.edges.get(id);
      const text = fayan.dom.relation(row.predicate).name;
      const w = width(context, text, font);
      const spot = ALONG.map((share) => stage.along(id, share))
        .map((point) => [
          (point.x - view.x) * view.scale + view.width / 2 - w / 2,
          (point.y - view.y) * view.scale + view.height / 2 - 7,
        ])
        .find(([x, y]) => {
          const box = [x - PADDING, y, x + w + PADDING, y + 14];
          const inside = x > 0 && y > 0 && x + w < view.width && y + 14 < view.height;
          return inside && !discs.hit(box) && !labels.hit(box);
        });
      if (!spot) continue;
      const [x, y] = spot;
      labels.add([x - PADDING, y, x + w + PADDING, y + 14]);
      set.push({ text, x, y: y + 7, size: 11, font, ink: fayan.colours.edgeInk(row) });
    }
    return set;
  }

  function write(context, { text, x, y, font, ink }) {
    context.font = font;
    context.lineWidth = 3.5;
    context.strokeStyle = fayan.colours.paper;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  }

  /** Draws the names that find room; after each redraw of `stage`. */
  function draw(context, stage, focus, moving) {
    const canvas = context.canvas;
    const ratio = canvas.width / (canvas.clientWidth || canvas.width);
    const view = {
      ...stage.centre(),
      scale: stage.scale(),
      width: canvas.width / ratio,
      height: canvas.height / ratio,
      family: getComputedStyle(document.body).fontFamily,
    };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.lineJoin = "round";
    const items = onScreen(stage, focus, view);
    const discs = new Taken();
    const labels = new Taken();
    for (const { row, x, y, r } of items) {
      if (r > 2.5) discs.add([x - r, y - r, x + r, y + r], row.id);
    }
    const most = moving ? MOVING : MOST;
    const nodes = nodeLabels(context, items, focus, view, discs, labels, most);
    const edges = moving ? [] : edgeLabels(context, stage, focus, view, discs, labels);
    [...nodes, ...edges].forEach((label) => write(context, label));
    context.restore();
    fayan.labelled = { nodes: nodes.length, edges: edges.length, set: [...nodes, ...edges] };
  }

  return { draw };
})();
