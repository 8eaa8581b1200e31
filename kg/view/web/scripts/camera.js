"use strict";
/* Moves about in the drawing. */

fayan.camera = (() => {
  const { byId } = fayan.dom;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 760px)");
  const tight = window.matchMedia("(max-width: 1180px)"); // no room for a table beside a speech
  const animation = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  /** How much of the drawing the sheet at the bottom of a narrow screen covers, in pixels. */
  function covered() {
    const open = document.body.classList.contains("sheet");
    return narrow.matches && open ? byId("panel").offsetHeight : 0;
  }

  /** How much of the lower edge of the drawing is not free for names, in pixels. */
  const foot = () => covered() || byId("network").querySelector(".controls").offsetHeight;

  /** How much of its upper edge is not. */
  const head = () => byId("all").offsetHeight;

  /** Moves so that the nodes `ids` fill the drawing, with a margin for their names. */
  function frame(ids, { least, most, animated }) {
    const stage = fayan.stage.front;
    const points = ids.map((id) => stage.place(id)).filter(Boolean);
    if (!points.length) return;
    const box = points.reduce(
      ([left, top, right, bottom], { x, y }) =>
        [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
    const [left, top, right, bottom] = box;
    const margin = narrow.matches ? [36, 32] : [64, 46];
    const wide = byId("network").clientWidth - 2 * margin[0];
    const high = byId("network").clientHeight - head() - foot() - 2 * margin[1];
    const scale = Math.min(wide / (right - left + 1), high / (bottom - top + 1));
    stage.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.min(most, Math.max(least, scale)),
      offset: { x: 0, y: (head() - foot()) / 2 },
      animation: animated ? animation() : false,
    });
  }

  function fit(animated) {
    frame([...fayan.nodes.keys()], { least: 0.02, most: 1.6, animated });
  }

  function zoom(factor) {
    const stage = fayan.stage.front;
    stage.moveTo({ scale: Math.min(6, Math.max(0.02, stage.scale() * factor)) });
  }

  function pan(x, y) {
    const stage = fayan.stage.front;
    const at = stage.centre();
    stage.moveTo({ position: { x: at.x + x / stage.scale(), y: at.y + y / stage.scale() } });
  }

  /** Where a node stands in the drawing, in pixels from its corner. */
  const pixel = (id) => {
    const place = fayan.stage.front.place(id);
    return place && fayan.stage.front.toScreen(place);
  };

  /** Brings a selection into sight if it is not, or always if `always`. */
  function bring(selection, always) {
    const { nodes } = fayan.stage.reach(selection);
    const holder = byId("network");
    const named = selection.node === undefined ? [...nodes] : [selection.node];
    const inside = named.every((id) => {
      const point = pixel(id);
      return (
        point &&
        point.x > 20 &&
        point.y > 20 &&
        point.x < holder.clientWidth - 20 &&
        point.y < holder.clientHeight - head() - foot() - 20
      );
    });
    if (always || !inside) frame([...nodes], { least: 0.35, most: 1.3, animated: true });
  }

  return { covered, fit, zoom, pan, pixel, bring, narrow, tight };
})();
