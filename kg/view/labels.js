"use strict";
/* Draws over vis-network's canvas what it leaves out: labels that keep clear of one another, and
 * a veil over all that is not in focus. */

const fayan = {};

fayan.labels = (() => {
  const CELL = 48; // pixels to a side of the raster that finds overlaps
  const PADDING = 3;
  const SMALLEST = 4.6; // radius on screen from which a node is named
  const FEW = 60; // edges in focus up to which each is named
  const CLOSE = 1.35; // scale from which all edges are named
  const ALONG = [0.5, 0.62, 0.4]; // where on an edge its name may stand
  const widths = new Map();

  /** `text` on one line, at most `most` characters long. */
  function short(text, most) {
    const line = text.slice(0, 4 * most).replace(/\s+/g, " ").trim();
    const characters = Array.from(line);
    return characters.length > most ? characters.slice(0, most - 1).join("") + "…" : line;
  }

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
    const gap = r + 3;
    return [
      [x - w / 2, y + gap],
      [x + gap, y - h / 2],
      [x - w / 2, y - gap - h],
      [x - gap - w, y - h / 2],
    ];
  }

  function write(context, text, x, y, font, ink, paper) {
    context.font = font;
    context.lineWidth = 3.5;
    context.strokeStyle = paper;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  }

  /** Veils everything, then draws the edges and nodes of `focus` again on top. */
  function veil(context, network, focus, colours) {
    const canvas = context.canvas;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = focus.soft ? 0.62 : 0.84;
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.restore();
    const { nodes, edges } = network.body;
    for (const id of focus.edges) {
      const edge = edges[id];
      if (!edge || edge.options.hidden) continue;
      const before = edge.hover;
      edge.hover = true; // vis-network's own strong colour
      edge.draw(context);
      edge.drawArrows(context);
      edge.hover = before;
    }
    for (const id of focus.nodes) {
      if (nodes[id] && !nodes[id].options.hidden) nodes[id].draw(context);
    }
  }

  /** What is on screen: each node with its point and radius in pixels, most central first. */
  function shown(network, order, focus, view) {
    const found = [];
    for (const entry of order) {
      const node = network.body.nodes[entry.id];
      if (!node || node.options.hidden) continue;
      const focused = focus && focus.nodes.has(entry.id);
      if (focus && !focused) continue;
      const x = (node.x - view.x) * view.scale + view.width / 2;
      const y = (node.y - view.y) * view.scale + view.height / 2;
      if (x < -80 || y < -40 || x > view.width + 80 || y > view.height + 40) continue;
      const r = node.options.size * view.scale;
      found.push({ entry, x, y, r, focused, main: focus && focus.main === entry.id });
    }
    found.sort((a, b) => b.main - a.main || a.entry.rank - b.entry.rank);
    return found;
  }

  function nodeLabels(context, items, discs, labels, style) {
    const drawn = [];
    for (const item of items) {
      const { rank, group } = item.entry;
      const important = rank <= 12 || (group === "Unit" && rank <= 40);
      if (!item.focused && !important && item.r < SMALLEST) continue;
      const size = (item.main ? 15 : important ? 13.5 : 12) - (style.width < 500 ? 1 : 0);
      const font = `${item.main || important ? 600 : 400} ${size}px ${style.family}`;
      const text = short(item.entry.label, item.main ? 30 : item.focused ? 18 : 12);
      const w = width(context, text, font);
      const h = size * 1.25;
      const spots = places(item.x, item.y, item.r, w, h);
      const free = (discs) => ([x, y]) => {
        const box = [x - PADDING, y - PADDING, x + w + PADDING, y + h + PADDING];
        const inside =
          box[0] > 0 && box[1] > 0 && box[2] < style.width && box[3] < style.height;
        return inside && !labels.hit(box) && !(discs && discs.hit(box, item.entry.id));
      };
      // A hub is named even across its neighbours, but never across another name.
      const spot =
        spots.find(free(discs)) ||
        (item.main || important ? spots.find(free(null)) : null) ||
        (item.main ? spots[0] : null);
      if (!spot) continue;
      labels.add([spot[0], spot[1], spot[0] + w, spot[1] + h]);
      drawn.push(() =>
        write(context, text, spot[0], spot[1] + h / 2, font, style.ink, style.paper),
      );
    }
    // The least important first: halos never cut into a label that matters more.
    drawn.reverse().forEach((paint) => paint());
    return drawn.length;
  }

  function edgeLabels(context, network, focus, view, discs, labels, style) {
    const all = focus ? (focus.edges.size <= FEW ? focus.edges : []) : style.edges;
    if (!focus && view.scale < CLOSE) return 0;
    let drawn = 0;
    const font = `400 11px ${style.family}`;
    for (const id of all) {
      const edge = network.body.edges[id];
      if (!edge || edge.options.hidden || !edge.connected) continue;
      const text = style.predicate(id);
      const w = width(context, text, font);
      const spot = ALONG.map((share) => edge.edgeType.getPoint(share, edge.edgeType.getViaNode()))
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
      write(context, text, x, y + 7, font, style.edgeInk(id), style.paper);
      drawn += 1;
    }
    return drawn;
  }

  /** Draws the labels that find room, and the veil if there is a focus; after each redraw. */
  function draw(context, { network, order, focus, style }) {
    if (focus) veil(context, network, focus, style);
    const canvas = context.canvas;
    const ratio = canvas.width / (canvas.clientWidth || canvas.width);
    const centre = network.getViewPosition();
    const view = {
      x: centre.x,
      y: centre.y,
      scale: network.getScale(),
      width: canvas.width / ratio,
      height: canvas.height / ratio,
    };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.lineJoin = "round";
    const items = shown(network, order, focus, view);
    const discs = new Taken();
    const labels = new Taken();
    for (const { entry, x, y, r } of items) {
      if (r > 2.5) discs.add([x - r, y - r, x + r, y + r], entry.id);
    }
    const sized = { ...style, width: view.width, height: view.height };
    fayan.labelled = {
      nodes: nodeLabels(context, items, discs, labels, sized),
      edges: edgeLabels(context, network, focus, view, discs, labels, style),
    };
    context.restore();
  }

  return { draw, short };
})();
