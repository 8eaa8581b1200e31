"use strict";
/* The address bar is the only place where the page's state is kept, so that every state can be
 * sent by link: `#unit/綦江区`, `#compare/固定资产投资;unit/綦江区`, `#speech/…@2434,2488`. */

fayan.address = (() => {
  const EMPTY = { view: "graph", indicator: "", reader: null, selection: null };
  const VIEWS = ["compare", "centrality"];
  const triple = (edge) => `${edge.from} ${edge.predicate} ${edge.to}`;
  const byTriple = new Map(fayan.rows.edges.map((edge) => [triple(edge), edge.id]));
  const listeners = [];
  let last = null;
  let followed = null; // the address of `last`

  const encode = (text) => text.replace(/[%#;]/g, encodeURIComponent);

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function selectionName({ node, edge, community, figure, route }) {
    if (node !== undefined) return node;
    if (edge !== undefined) return triple(fayan.edges.get(edge));
    if (community !== undefined) return `~${community}`;
    if (figure !== undefined) return fayan.facts.figures[figure].id;
    return route.join(" ~ ");
  }

  /** The address of the state that `change` makes of nothing but itself. */
  function of(change) {
    const { view, indicator, reader, selection } = { ...EMPTY, ...change };
    const parts = [];
    if (view !== "graph") parts.push(indicator ? `${view}/${indicator}` : view);
    if (reader) {
      const { speech, start, end } = reader;
      parts.push(start === undefined ? speech : `${speech}@${start},${end}`);
    }
    if (selection) parts.push(selectionName(selection));
    return `#${parts.map(encode).join(";")}`;
  }

  function named(text) {
    if (fayan.nodes.has(text)) return { selection: { node: text } };
    if (byTriple.has(text)) return { selection: { edge: byTriple.get(text) } };
    if (fayan.figures.has(text)) return { selection: { figure: fayan.figures.get(text) } };
    const community = /^~(\d+)$/.exec(text);
    if (community && fayan.communities.has(Number(community[1]))) {
      return { selection: { community: Number(community[1]) } };
    }
    const ends = text.split(" ~ ");
    if (ends.length === 2 && ends.every((id) => fayan.nodes.has(id))) {
      return { selection: { route: ends } };
    }
    const [, speech, start, end] = /^(.*?)(?:@(\d+),(\d+))?$/s.exec(text);
    if (fayan.speeches.has(speech)) {
      const place = start === undefined ? {} : { start: Number(start), end: Number(end) };
      return { reader: { speech, ...place } };
    }
    const [view, ...rest] = text.split("/");
    if (VIEWS.includes(view)) return { view, indicator: rest.join("/") };
    return null;
  }

  /** The state that the address names; parts that name nothing are left out. */
  function read() {
    const state = { ...EMPTY };
    for (const part of location.hash.slice(1).split(";")) {
      Object.assign(state, named(decode(part)) || named(part));
    }
    return state;
  }

  function go(change) {
    const target = of({ ...read(), ...change });
    if (target !== "#" || location.hash) location.hash = target;
    changed();
  }

  /** Tells every listener the state and the state before. */
  function changed() {
    const before = last || EMPTY;
    followed = location.hash;
    last = read();
    listeners.forEach((listener) => listener(last, before));
  }

  function start() {
    window.addEventListener("hashchange", () => {
      if (location.hash !== followed) changed(); // not ours: back, forward, or typed
    });
    changed();
  }

  return { of, go, read, start, onChange: (listener) => listeners.push(listener) };
})();
