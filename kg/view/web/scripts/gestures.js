"use strict";
/* Drag, pinch, wheel, click and hover on a canvas of our own, by mouse, pen and finger. */

fayan.gestures = (() => {
  const SLACK = { mouse: 5, pen: 7, touch: 14 }; // pixels that a pointer may be off its aim
  const slackOf = (event) => SLACK[event.pointerType] || SLACK.mouse;

  /**
   * Tells of what happens on `canvas`: `onClick(point, slack)`, `onHover(point, slack)` with null
   * for a point when nothing is pointed at, `onPan(dx, dy)`, `onZoom(factor, point)`; pixels.
   */
  function listen(canvas, { onClick, onHover, onPan, onZoom }) {
    const down = new Map(); // pointer -> its last point
    let moved = false; // since the first of them came down

    const pointOf = (event) => {
      const box = canvas.getBoundingClientRect();
      return { x: event.clientX - box.x, y: event.clientY - box.y };
    };
    const middle = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    const apart = ([a, b]) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

    function press(event) {
      if (event.button) return;
      moved = down.size > 0; // a second finger: no click any more
      down.set(event.pointerId, pointOf(event));
    }

    function drag(event, from, point) {
      if (!moved && Math.hypot(point.x - from.x, point.y - from.y) < slackOf(event)) return;
      if (!moved) onHover(null);
      moved = true;
      const before = [...down.values()];
      down.set(event.pointerId, point);
      const after = [...down.values()];
      if (after.length === 1) return onPan(point.x - from.x, point.y - from.y);
      const [was, is] = [middle(before), middle(after)];
      onPan(is.x - was.x, is.y - was.y);
      onZoom(apart(after) / apart(before), is);
    }

    canvas.addEventListener("pointerdown", press);
    window.addEventListener("pointermove", (event) => {
      const point = pointOf(event);
      if (down.has(event.pointerId)) drag(event, down.get(event.pointerId), point);
      else if (event.target === canvas && event.pointerType !== "touch") onHover(point, slackOf(event));
    });
    window.addEventListener("pointerup", (event) => {
      if (down.delete(event.pointerId) && !moved) onClick(pointOf(event), slackOf(event));
    });
    window.addEventListener("pointercancel", (event) => down.delete(event.pointerId));
    canvas.addEventListener("pointerleave", () => onHover(null));
    canvas.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        onZoom(Math.exp(-event.deltaY / 500), pointOf(event));
      },
      { passive: false },
    );
  }

  return { listen };
})();
