"use strict";
/* Finds the node or edge of the whole network nearest to a point, by rasters of discs and lines. */

fayan.nearest = (() => {
  const CELL = 120; // to a side of the rasters, in the measure of the layout
  const LARGEST = 35; // radius that no node exceeds
  let rasters = null; // made when first asked for, as the layout never changes

  const column = (x) => Math.floor(x / CELL);
  const key = (i, j) => i * 65536 + j;

  function put(raster, i, j, row) {
    const cell = raster.get(key(i, j));
    if (cell) cell.push(row);
    else raster.set(key(i, j), [row]);
  }

  /** Puts a line into each cell that it crosses, column by column. */
  function putLine(raster, line) {
    const { a, b } = line;
    const [left, right] = a.x < b.x ? [a, b] : [b, a];
    const slope = (right.y - left.y) / (right.x - left.x || 1);
    const heightAt = (x) => left.y + slope * (x - left.x);
    for (let i = column(left.x); i <= column(right.x); i += 1) {
      const enters = i === column(left.x) ? left.y : heightAt(i * CELL);
      const leaves = i === column(right.x) ? right.y : heightAt((i + 1) * CELL);
      const [low, high] = [Math.min(enters, leaves), Math.max(enters, leaves)];
      for (let j = column(low); j <= column(high); j += 1) put(raster, i, j, line);
    }
  }

  function make() {
    const [discs, lines] = [new Map(), new Map()];
    const place = (id) => fayan.network.laidOut(fayan.nodes.get(id));
    for (const node of fayan.rows.nodes) {
      const centre = place(node.id);
      put(discs, column(centre.x), column(centre.y), { node, centre });
    }
    for (const edge of fayan.rows.edges) {
      putLine(lines, { edge, a: place(edge.from), b: place(edge.to) });
    }
    return { discs, lines };
  }

  /** The row of a raster for which `distance` is least and at most `most`, or undefined. */
  function least(raster, { x, y }, reach, most, distance) {
    let best;
    let nearest = most;
    for (let i = column(x - reach); i <= column(x + reach); i += 1) {
      for (let j = column(y - reach); j <= column(y + reach); j += 1) {
        for (const row of raster.get(key(i, j)) || []) {
          const away = distance(row);
          if (away < nearest) [best, nearest] = [row, away];
        }
      }
    }
    return best;
  }

  /** How far a point is from the line between `a` and `b`. */
  function fromLine({ x, y }, { a, b }) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
  }

  /** What is drawn within `slack` of a point: {node} first, else {edge}, else null. */
  function at(point, slack) {
    rasters ||= make();
    const disc = least(rasters.discs, point, LARGEST + slack, slack, ({ node, centre }) =>
      fayan.network.hidden(node)
        ? Infinity
        : Math.hypot(centre.x - point.x, centre.y - point.y) - fayan.network.sizeOf(node),
    );
    if (disc) return { node: disc.node.id };
    const line = least(rasters.lines, point, slack, slack, (row) =>
      fayan.network.hiddenEdge(row.edge) ? Infinity : fromLine(point, row),
    );
    return line ? { edge: line.edge.id } : null;
  }

  return { at };
})();
