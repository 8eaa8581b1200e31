"use strict";
/* A second canvas for large graphs: all of it at once, drawn plainly and fast. Nodes and edges of
 * one colour are one path each; while it is dragged only the nodes are drawn. */

fayan.whole = (() => {
  const SETTLE = 140; // milliseconds after the last movement until the edges come back
  let canvas = null;
  let context = null;
  let view = { x: 0, y: 0, scale: 0.1 };
  let moving = false;
  let asked = false;
  let settling = 0;

  const size = () => ({ width: canvas.clientWidth, height: canvas.clientHeight });
  const hidden = (node) => fayan.network.hidden(node);

  function place(id) {
    const node = fayan.nodes.get(id);
    if (!node || hidden(node)) return null;
    return { ...fayan.network.laidOut(node), size: fayan.network.sizeOf(node) };
  }

  const visible = (edge) => !fayan.network.hiddenEdge(edge);

  function along(id, share) {
    const edge = fayan.edges.get(id);
    if (!visible(edge)) return null;
    const [from, to] = [place(edge.from), place(edge.to)];
    return from && to && { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  }

  function toScreen({ x, y }) {
    const { width, height } = size();
    return { x: (x - view.x) * view.scale + width / 2, y: (y - view.y) * view.scale + height / 2 };
  }

  function toGraph({ x, y }) {
    const { width, height } = size();
    return { x: (x - width / 2) / view.scale + view.x, y: (y - height / 2) / view.scale + view.y };
  }

  /* ---- drawing ---- */

  function shape(path, kind, x, y, r) {
    if (kind === "square") path.rect(x - r, y - r, 2 * r, 2 * r);
    else if (kind === "diamond" || kind === "star") corners(path, x, y, r, 4, 0);
    else if (kind === "triangle") corners(path, x, y, r, 3, -Math.PI / 2);
    else if (kind === "triangleDown") corners(path, x, y, r, 3, Math.PI / 2);
    else if (kind === "hexagon") corners(path, x, y, r, 6, 0);
    else {
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
    }
  }

  function corners(path, x, y, r, count, turn) {
    for (let i = 0; i < count; i += 1) {
      const angle = turn + (2 * Math.PI * i) / count;
      if (i) path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
      else path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    path.closePath();
  }

  /** What of `rows` is inside the window, gathered into one path for each key. */
  function paths(rows, key, trace) {
    const found = new Map();
    for (const row of rows) {
      const name = key(row);
      if (!found.has(name)) found.set(name, { path: new Path2D(), row });
      trace(found.get(name).path, row);
    }
    return found.values();
  }

  function drawEdges(rows, strong) {
    const family = (edge) => fayan.dom.relation(edge.predicate).family;
    const trace = (path, edge) => {
      const [from, to] = [edge.from, edge.to].map((id) => fayan.nodes.get(id));
      if (!visible(edge)) return;
      const [a, b] = [fayan.network.laidOut(from), fayan.network.laidOut(to)];
      path.moveTo(a.x, a.y);
      path.lineTo(b.x, b.y);
    };
    for (const { path, row } of paths(rows, family, trace)) {
      context.strokeStyle = fayan.colours.edge(row)[strong ? "full" : "soft"];
      context.lineWidth = (strong ? 1.6 : 0.7) / view.scale;
      context.stroke(path);
    }
  }

  function drawNodes(rows) {
    const { width, height } = size();
    const corner = toGraph({ x: -20, y: -20 });
    const other = toGraph({ x: width + 20, y: height + 20 });
    const trace = (path, node) => {
      const { x, y } = fayan.network.laidOut(node);
      if (hidden(node) || x < corner.x || y < corner.y || x > other.x || y > other.y) return;
      const r = Math.max(fayan.network.sizeOf(node), 1.1 / view.scale);
      if (r * view.scale > 2.5) shape(path, node.shape, x, y, r);
      else shape(path, "square", x, y, 0.85 * r);
    };
    const key = (node) => `${node.group} ${fayan.edgesOf(node.id).length > 0}`;
    for (const { path, row } of paths(rows, key, trace)) {
      const { fill, line, width: stroke } = fayan.colours.node(row);
      context.fillStyle = fill;
      context.strokeStyle = line;
      context.lineWidth = stroke;
      context.fill(path);
      if ((fayan.names.looks[row.group] || {}).hollow || view.scale > 0.4) context.stroke(path);
    }
  }

  function paint() {
    asked = false;
    if (canvas.hidden) return;
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = size();
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const scale = view.scale * ratio;
    const shift = [canvas.width / 2 - view.x * scale, canvas.height / 2 - view.y * scale];
    context.setTransform(scale, 0, 0, scale, ...shift);
    const focus = fayan.stage.focus();
    context.globalAlpha = focus ? (focus.soft ? 0.4 : 0.18) : 1;
    if (!moving) drawEdges(fayan.rows.edges, false);
    drawNodes(fayan.rows.nodes);
    context.globalAlpha = 1;
    if (focus) {
      drawEdges([...focus.edges].map((id) => fayan.edges.get(id)), true);
      drawNodes([...focus.nodes].map((id) => fayan.nodes.get(id)));
    }
    fayan.labels.draw(context, stage, focus, moving);
  }

  function redraw() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(paint);
  }

  /** Draws without edges until nothing moves any more. */
  function move() {
    moving = true;
    clearTimeout(settling);
    settling = setTimeout(() => {
      moving = false;
      redraw();
    }, SETTLE);
    redraw();
  }

  function moveTo({ position = view, scale = view.scale, offset = { x: 0, y: 0 } }) {
    view = { x: position.x - offset.x / scale, y: position.y - offset.y / scale, scale };
    redraw();
  }

  /* ---- pointer ---- */

  /** What is drawn at a point of the window, give or take `slack` pixels. */
  const at = (point, slack) => point && fayan.nearest.at(toGraph(point), slack / view.scale);

  function pan(dx, dy) {
    view = { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale };
    move();
  }

  /** Zooms about a point of the window, which stays where it is. */
  function zoom(factor, point) {
    const before = toGraph(point);
    view.scale = Math.min(6, Math.max(0.02, view.scale * factor));
    const after = toGraph(point);
    view = { ...view, x: view.x + before.x - after.x, y: view.y + before.y - after.y };
    move();
  }

  /** `onClick` and `onHover` hear what is pointed at: {node}, {edge} or null, and the point. */
  function start(element, { onClick, onHover }) {
    canvas = element;
    context = canvas.getContext("2d");
    fayan.gestures.listen(canvas, {
      onClick: (point, slack) => onClick(at(point, slack)),
      onHover: (point, slack) => onHover(at(point, slack), point),
      onPan: pan,
      onZoom: zoom,
    });
    new ResizeObserver(redraw).observe(canvas);
  }

  const stage = {
    scale: () => view.scale,
    centre: () => ({ x: view.x, y: view.y }),
    moveTo,
    redraw,
    toScreen,
    canvas: () => canvas,
    place,
    along,
    bend: () => null,
    nodes: () => fayan.order.filter((node) => !hidden(node)),
    edges: () => fayan.rows.edges.filter(visible),
  };

  return { stage, start };
})();
