"use strict";
/* The shortest way between two nodes along relations, whichever way these point. */

fayan.routes = (() => {
  let last = { key: "", found: null };

  function search(from, to) {
    const before = new Map([[from, null]]);
    let ring = [from];
    while (ring.length && !before.has(to)) {
      const next = [];
      for (const id of ring) {
        for (const edge of fayan.edgesOf(id)) {
          const other = fayan.otherEnd(edge, id);
          if (before.has(other)) continue;
          before.set(other, { id, edge });
          next.push(other);
        }
      }
      // Through the more central where several ways are as short.
      ring = next.sort((a, b) => fayan.nodes.get(a).rank - fayan.nodes.get(b).rank);
    }
    if (!before.has(to)) return null;
    const nodes = [to];
    const edges = [];
    for (let step = before.get(to); step; step = before.get(step.id)) {
      nodes.unshift(step.id);
      edges.unshift(step.edge);
    }
    return { nodes, edges };
  }

  /** {nodes, edges}: the ids passed, ends included, and the edges between; null for no way. */
  function between(from, to) {
    const key = JSON.stringify([from, to]);
    if (last.key !== key) last = { key, found: search(from, to) };
    return last.found;
  }

  return { between };
})();
