"use strict";
/* Which canvas is in front, what is selected or pointed at in it, and what stays clear around. */

fayan.stage = (() => {
  const { byId, short, el, mark, className, relation } = fayan.dom;
  let front = null; // fayan.network.stage or fayan.whole.stage
  let selection = null;
  let hovered = null;
  let kept = null; // what stands out of the veil, until either changes

  function around(target, into) {
    if (target.node !== undefined) {
      into.nodes.add(target.node);
      fayan.neighbours(target.node).forEach((id) => into.nodes.add(id));
      fayan.edgesOf(target.node).forEach((edge) => into.edges.add(edge.id));
    } else if (target.edge !== undefined) {
      const edge = fayan.edges.get(target.edge);
      into.edges.add(edge.id);
      into.nodes.add(edge.from).add(edge.to);
    } else if (target.community !== undefined) {
      among(fayan.communities.get(target.community), into);
    } else if (target.route) {
      const found = fayan.routes.between(...target.route);
      (found ? found.nodes : target.route).forEach((id) => into.nodes.add(id));
      if (found) found.edges.forEach((edge) => into.edges.add(edge.id));
    } else {
      fayan.figureEnds(target.figure).forEach((id) => around({ node: id }, into));
    }
  }

  function among(ids, into) {
    const members = new Set(ids);
    for (const id of members) {
      into.nodes.add(id);
      for (const edge of fayan.edgesOf(id)) {
        if (members.has(fayan.otherEnd(edge, id))) into.edges.add(edge.id);
      }
    }
  }

  /** The ids that belong to a selection: {nodes, edges}. */
  function reach(target) {
    const found = { nodes: new Set(), edges: new Set() };
    if (target) around(target, found);
    return found;
  }

  /** What stays clear of the veil: the neighbourhoods of what is selected and pointed at. */
  function focus() {
    if (kept || (!selection && !hovered)) return kept;
    kept = { nodes: new Set(), edges: new Set(), main: null, soft: !selection };
    for (const target of [selection, hovered]) {
      if (!target) continue;
      around(target, kept);
      if (target.node !== undefined) kept.main = target.node;
    }
    return kept;
  }

  function refocus() {
    kept = null;
    front.redraw();
  }

  /** Takes over a selection: draws it if it is not yet, and marks it. */
  function select(target) {
    selection = target;
    hovered = null;
    byId("tip").hidden = true;
    if (target) fayan.network.add(needed(target));
    if (target && target.node !== undefined) fayan.network.select({ nodes: [target.node] });
    else if (target && target.edge !== undefined) fayan.network.select({ edges: [target.edge] });
    else fayan.network.select({});
    refocus();
  }

  /** What has to be drawn for a selection: of a node itself, its neighbours if they are few. */
  function needed(target) {
    const { nodes } = reach(target);
    const FEW = 40;
    return target.node === undefined || nodes.size <= FEW ? nodes : [target.node];
  }

  const same = (one, other) =>
    one && other ? one.node === other.node && one.edge === other.edge : one === other;

  function hover(target, point) {
    hovered = target;
    kept = null;
    const tip = byId("tip");
    tip.hidden = !target || !point || fayan.camera.covered() > 0;
    if (!tip.hidden) {
      tip.replaceChildren(...tipOf(target));
      beside(tip, point);
    }
    byId("network").classList.toggle("over", Boolean(target));
    front.redraw();
  }

  function beside(tip, point) {
    const holder = byId("network");
    const left = Math.min(point.x + 16, holder.clientWidth - tip.offsetWidth - 8);
    const below = point.y + 16;
    const above = point.y - tip.offsetHeight - 12;
    const top = below + tip.offsetHeight > holder.clientHeight - 8 ? above : below;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${Math.max(8, top)}px`;
  }

  /** What stands beside the pointer over a node or an edge. */
  function tipOf(target) {
    const words = (text, most) => el("blockquote", {}, el("bdi", {}, short(text, most)));
    if (target.node !== undefined) {
      const node = fayan.nodes.get(target.node);
      return [
        el("p", { class: "eyebrow" }, mark(node.group), className(node.cls)),
        el("p", { class: "name" }, el("bdi", {}, short(node.label, 60))),
        node.speeches.length ? el("p", { class: "note" }, short(node.speeches.join("、"), 60)) : "",
        ...node.quotes.slice(0, 2).map((index) => words(fayan.quote(index).text, 70)),
      ];
    }
    const edge = fayan.edges.get(target.edge);
    const label = (id) => el("bdi", {}, short(fayan.nodes.get(id).label, 24));
    const said = edge.quotes.length ? fayan.quote(edge.quotes[0]).text : fayan.quotes.source(edge);
    const arrow = el("span", { class: "note" }, ` ${relation(edge.predicate).name} → `);
    return [el("p", { class: "name" }, label(edge.from), arrow, label(edge.to)), words(said, 90)];
  }

  /** Brings the core or the whole of a large graph to the front. */
  function show(whole) {
    const before = front;
    front = whole ? fayan.whole.stage : fayan.network.stage;
    byId("whole").hidden = !whole;
    byId("drawing").hidden = whole;
    if (before && before !== front) fayan.camera.fit(false);
    refocus();
  }

  function start() {
    const click = (node, edge) => {
      if (node !== undefined) fayan.address.go({ selection: { node } });
      else if (edge !== undefined) fayan.address.go({ selection: { edge } });
      else fayan.address.go({ selection: null });
    };
    fayan.network.on("click", ({ nodes: [node], edges: [edge] }) => {
      fayan.pointed = true;
      click(node, edge);
    });
    fayan.network.on("doubleClick", ({ nodes: [node] }) => {
      if (node !== undefined && fayan.network.add(fayan.neighbours(node))) fayan.takeStock();
    });
    fayan.network.on("hoverNode", ({ node, pointer }) => hover({ node }, pointer.DOM));
    fayan.network.on("hoverEdge", ({ edge, pointer }) => {
      if (!hovered || hovered.node === undefined) hover({ edge }, pointer.DOM);
    });
    fayan.network.on("blurNode", () => hover(null));
    fayan.network.on("blurEdge", () => {
      if (hovered && hovered.edge !== undefined) hover(null);
    });
    fayan.network.on("dragStart", () => hover(null));
    fayan.whole.start(byId("whole"), {
      onClick: (target) => {
        fayan.pointed = true;
        fayan.address.go({ selection: target });
      },
      onHover: (target, point) => {
        if (!same(hovered, target)) hover(target, point);
      },
    });
    show(false);
  }

  return {
    start, select, focus, reach, hover, show,
    get front() { return front; },
    get selection() { return selection; },
    get isWhole() { return front === fayan.whole.stage; },
  };
})();
