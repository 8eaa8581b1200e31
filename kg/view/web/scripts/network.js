"use strict";
/* The canvas of vis-network: what is drawn of the network and how. Of a large graph only a core is
 * drawn at first, and grows. */

fayan.network = (() => {
  const LARGE = 3000; // nodes above which only a core is drawn at first
  const CORE = 1200;
  const BUSY = 800; // nodes from which edges rest while the drawing is dragged
  const PHYSICS = {
    enabled: true,
    solver: "forceAtlas2Based",
    forceAtlas2Based: { gravitationalConstant: -38, springLength: 60, avoidOverlap: 0.4 },
    stabilization: false,
  };
  const shown = new Set();
  let vis_ = null;
  let nodes = null;
  let edges = null;
  let tall = false;
  let sizedBy = 0;
  let hiddenNode = () => false;
  let hiddenEdge = () => false;

  /** The most central nodes that have an edge among themselves. */
  function core() {
    const first = new Set(
      fayan.order.filter((node) => fayan.edgesOf(node.id).length).slice(0, CORE).map((n) => n.id),
    );
    const linked = (id) => fayan.edgesOf(id).some((edge) => first.has(fayan.otherEnd(edge, id)));
    return [...first].filter(linked);
  }

  /** Where the layout puts a node; positions are made for a wide screen, on a tall one mirrored. */
  const laidOut = (node) => (tall ? { x: node.y, y: node.x } : { x: node.x, y: node.y });

  function nodeItem(node) {
    const { fill, line, strong, width } = fayan.colours.node(node);
    const look = fayan.names.looks[node.group] || {};
    return {
      id: node.id,
      size: node.sizes[sizedBy],
      shape: node.shape,
      hidden: hiddenNode(node),
      borderWidth: width,
      color: {
        background: fill,
        border: line,
        hover: { background: fill, border: strong },
        highlight: { background: fill, border: look.hollow ? fayan.colours.ink : strong },
      },
    };
  }

  function edgeItem(edge) {
    const { soft, full } = fayan.colours.edge(edge);
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: edge.width,
      arrows: edge.arrows,
      hidden: hiddenEdge(edge),
      color: { color: soft, hover: full, highlight: full, inherit: false },
      ...(edge.dashes && { dashes: edge.dashes }),
      ...(edge.smooth && { smooth: edge.smooth }),
    };
  }

  /** Draws `ids` too, with every edge between what is then drawn. */
  function add(ids) {
    const fresh = [...ids].filter((id) => !shown.has(id));
    if (!fresh.length) return false;
    fresh.forEach((id) => shown.add(id));
    const between = new Set();
    for (const id of fresh) {
      for (const edge of fayan.edgesOf(id)) {
        if (shown.has(fayan.otherEnd(edge, id))) between.add(edge);
      }
    }
    nodes.add(fresh.map((id) => ({ ...nodeItem(fayan.nodes.get(id)), ...laidOut(fayan.nodes.get(id)) })));
    edges.add([...between].map(edgeItem));
    spare();
    return true;
  }

  /** With many nodes the edges rest while the drawing moves. */
  function spare() {
    const many = shown.size > BUSY;
    vis_.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
  }

  function refresh() {
    nodes.update([...shown].map((id) => nodeItem(fayan.nodes.get(id))));
    edges.update(edges.getIds().map((id) => edgeItem(fayan.edges.get(id))));
  }

  /** Hides what the filters say, changing only what has to change. */
  function filter(node, edge) {
    hiddenNode = node;
    hiddenEdge = edge;
    const changes = (set, rows, hidden) =>
      set
        .getIds()
        .map((id) => ({ id, hidden: hidden(rows.get(id)) }))
        .filter((change) => Boolean(set.get(change.id).hidden) !== change.hidden);
    nodes.update(changes(nodes, fayan.nodes, node));
    edges.update(changes(edges, fayan.edges, edge));
    vis_.redraw();
  }

  /** Veils everything, then draws the edges and nodes of `focus` again on top. */
  function veil(context, focus) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = focus.soft ? 0.62 : 0.84;
    context.fillStyle = fayan.colours.paper;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    for (const id of focus.edges) {
      const edge = vis_.body.edges[id];
      if (!edge || edge.options.hidden || !edge.connected) continue;
      const before = edge.hover;
      edge.hover = true; // vis-network's own strong colour
      edge.draw(context);
      edge.drawArrows(context);
      edge.hover = before;
    }
    for (const id of focus.nodes) {
      const node = vis_.body.nodes[id];
      if (node && !node.options.hidden) node.draw(context);
    }
  }

  function start(holder) {
    tall = holder.clientHeight > 1.15 * holder.clientWidth;
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    vis_ = new vis.Network(holder, { nodes, edges }, fayan.options);
    holder.querySelector(".vis-network").tabIndex = -1; // the holder itself takes the keys
    add(fayan.nodes.size > LARGE ? core() : fayan.order.map((node) => node.id));
    vis_.on("afterDrawing", (context) => {
      const focus = fayan.stage.focus();
      if (focus) veil(context, focus);
      const moving = vis_.renderer.dragging && shown.size > BUSY;
      fayan.labels.draw(context, stage, focus, moving);
    });
  }

  const drawn = (id) => {
    const node = vis_.body.nodes[id];
    return node && !node.options.hidden ? node : null;
  };
  const edgeOf = (id) => {
    const edge = vis_.body.edges[id];
    return edge && !edge.options.hidden && edge.connected ? edge : null;
  };

  /** What labels, camera and pictures ask of a canvas; `fayan.whole` answers the same. */
  const stage = {
    scale: () => vis_.getScale(),
    centre: () => vis_.getViewPosition(),
    moveTo: (view) => vis_.moveTo(view),
    redraw: () => vis_.redraw(),
    toScreen: (point) => vis_.canvasToDOM(point),
    canvas: () => vis_.canvas.frame.canvas,
    /** {x, y, size} of a node that is drawn, else null. */
    place(id) {
      const node = drawn(id);
      return node && { x: node.x, y: node.y, size: node.options.size };
    },
    /** The point at a share of a drawn edge's way, else null. */
    along(id, share) {
      const edge = edgeOf(id);
      return edge && edge.edgeType.getPoint(share, edge.edgeType.getViaNode());
    },
    /** The point towards which a drawn edge bends, null where it is straight. */
    bend(id) {
      const edge = edgeOf(id);
      return (edge && edge.options.smooth.enabled && edge.edgeType.getViaNode()) || null;
    },
    nodes: () => fayan.order.filter((node) => drawn(node.id)),
    edges: () => fayan.rows.edges.filter((edge) => edgeOf(edge.id)),
  };

  return {
    ...stage,
    stage,
    start,
    add,
    refresh,
    filter,
    laidOut,
    large: () => fayan.nodes.size > LARGE,
    has: (id) => shown.has(id),
    count: () => shown.size,
    hidden: (node) => hiddenNode(node),
    hiddenEdge: (edge) => hiddenEdge(edge),
    size(position) {
      sizedBy = position;
      refresh();
    },
    sizeOf: (node) => node.sizes[sizedBy],
    wake(on) {
      vis_.setOptions({ physics: on ? PHYSICS : { enabled: false } });
    },
    select({ nodes: picked = [], edges: lines = [] }) {
      const known = { nodes: picked.filter(drawn), edges: lines.filter(edgeOf) };
      vis_.setSelection(known, { highlightEdges: false });
    },
    on: (event, act) => vis_.on(event, act),
    get vis() { return vis_; },
  };
})();
