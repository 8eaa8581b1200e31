"use strict";
/* The panel: what is known of a node, an edge, a community, a way between two nodes, a figure or a
 * speech, each claim with its words in the text. */

fayan.panel = (() => {
  const { byId, el, button, short, mark, className, relation, link, go } = fayan.dom;
  const MANY = 12;
  const { status } = fayan.figureTable;

  function heading(eyebrow, title, group) {
    return el(
      "header",
      {},
      el("p", { class: "eyebrow" }, group ? mark(group) : "", eyebrow),
      el("h2", { tabindex: "-1" }, title),
      go({ selection: null }, { class: "close", "aria-label": "关闭，回到概览", title: "关闭" }, "×"),
    );
  }

  function section(title, count, ...children) {
    const number = count == null ? "" : el("span", { class: "count" }, String(count));
    return el("section", {}, el("h3", {}, title, number), ...children);
  }

  /* ---- a node ---- */

  /** One relation of a node: its other end, and below the words that state it. */
  function row(edge, other) {
    const line = [link(other), status(edge.status)];
    if (!edge.quotes.length) {
      const note = el("p", { class: "note" }, fayan.quotes.source(edge));
      return el("li", {}, el("div", { class: "line" }, line), note);
    }
    const preview = short(fayan.quote(edge.quotes[0]).text, 60);
    const words = fayan.quotes.wordsOf(other);
    const made = el(
      "details",
      {},
      el("summary", {}, el("bdi", { class: "preview" }, preview), el("span", { class: "fold" }, "收起")),
    );
    const fill = () => {
      if (made.childElementCount > 1) return;
      made.append(...edge.quotes.map((index) => fayan.quotes.figure(index, words)));
    };
    made.addEventListener("toggle", fill);
    made.fill = fill;
    return el("li", {}, el("div", { class: "line" }, line), made);
  }

  function relations(id) {
    const groups = new Map();
    for (const edge of fayan.edgesOf(id)) {
      const out = edge.from === id;
      const { name, inverse } = relation(edge.predicate);
      const key = `${out ? 0 : 1}${edge.predicate}`;
      if (!groups.has(key)) groups.set(key, { title: out ? name : inverse, rows: [] });
      groups.get(key).rows.push([edge, out ? edge.to : edge.from]);
    }
    const order = Object.keys(fayan.names.predicates);
    const place = (key) => Number(key[0]) * 100 + ((order.indexOf(key.slice(1)) + 100) % 100);
    return [...groups.keys()]
      .sort((a, b) => place(a) - place(b))
      .map((key) => {
        const { title, rows } = groups.get(key);
        rows.sort((a, b) => fayan.nodes.get(a[1]).rank - fayan.nodes.get(b[1]).rank);
        const list = el("ul", { class: "relations" }, rows.map(([edge, end]) => row(edge, end)));
        const part = section(title, rows.length, list);
        part.classList.add("relation", `f-${relation(key.slice(1)).family}`);
        return part;
      });
  }

  function figures(id) {
    const numbers = fayan.facts.owned[id] || [];
    if (!numbers.length) return "";
    const label = fayan.nodes.get(id).label;
    return section("数据", numbers.length, ...fayan.figureTable.table(numbers, label));
  }

  function speech(row) {
    const by = [[row.posts, row.official].filter(Boolean).join(" "), row.meeting, row.date];
    const title = row.headline || row.label;
    return el(
      "div",
      { class: "speech" },
      el("p", { class: "headline" }, go({ reader: { speech: row.id } }, { title: "看全文" }, title)),
      el("p", { class: "by" }, by.filter(Boolean).join(" · ")),
    );
  }

  function speeches(id) {
    const rows = fayan.facts.speeches.filter((row) => row.unit === id);
    return rows.length ? section("发言", rows.length > 1 ? rows.length : null, ...rows.map(speech)) : "";
  }

  function mentions(node, open) {
    if (!node.quotes.length) return "";
    const part = el(
      "details",
      { class: "mentions", open },
      el("summary", {}, "文中出处", el("span", { class: "count" }, String(node.quotes.length))),
    );
    const words = fayan.quotes.wordsOf(node.id);
    const fill = (from, to) =>
      part.append(...node.quotes.slice(from, to).map((index) => fayan.quotes.figure(index, words)));
    fill(0, MANY);
    if (node.quotes.length > MANY) {
      const more = button("显示其余出处", () => {
        more.remove();
        fill(MANY);
      }, { class: "more" });
      part.append(more);
    }
    return part;
  }

  function measures(node) {
    const line = el(
      "p",
      { class: "measures" },
      `相邻 ${fayan.neighbours(node.id).size}`,
      ` · 重要度第 ${node.rank}/${fayan.nodes.size}`,
      node.speeches.length ? ` · 见于 ${node.speeches.length} 篇` : "",
    );
    if (fayan.communities.get(node.community).length > 2) {
      const there = { selection: { community: node.community } };
      line.append(" · ", go(there, {}, `社群 ${node.community}`));
    }
    return line;
  }

  /** What can be done from a node: grow the drawing around it, look for a way to another. */
  function actions(id) {
    const missing = [...fayan.neighbours(id)].filter((other) => !fayan.network.has(other));
    const grow = missing.length
      ? button(`画出另 ${missing.length} 个相邻节点`, (event) => {
          fayan.network.add(fayan.neighbours(id));
          fayan.takeStock();
          event.target.remove();
          fayan.camera.bring({ node: id }, true);
        }, { class: "pill" })
      : "";
    if (!fayan.edgesOf(id).length) return grow;
    const ask = button("查到另一节点的路径", () => fayan.search.ask(id), { class: "pill" });
    return el("div", { class: "actions" }, grow, ask);
  }

  function nodeView(id) {
    const node = fayan.nodes.get(id);
    const edges = fayan.edgesOf(id);
    return [
      heading(className(node.cls) + (node.code ? ` · ${node.code}` : ""), node.label, node.group),
      node.alt.length ? el("p", { class: "alt" }, `又作 ${node.alt.join("、")}`) : "",
      measures(node),
      actions(id),
      speeches(id),
      edges.length ? "" : el("p", { class: "empty" }, "文中提到，没有写明它与别的节点的关系。"),
      figures(id),
      ...relations(id),
      mentions(node, !edges.length),
    ];
  }

  /* ---- an edge, a way, a community ---- */

  function triple(edge) {
    const { family, name } = relation(edge.predicate);
    return el(
      "p",
      { class: `triple f-${family}` },
      link(edge.from),
      el("span", { class: "arrow" }, `${name} →`),
      link(edge.to),
      status(edge.status),
    );
  }

  function said(edge) {
    const words = fayan.quotes.wordsOf(edge.to);
    return edge.quotes.length
      ? edge.quotes.map((index) => fayan.quotes.figure(index, words))
      : [el("p", { class: "empty" }, `不出自所读的文本，${fayan.quotes.source(edge)}。`)];
  }

  function edgeView(id) {
    const edge = fayan.edges.get(id);
    const { family, name } = relation(edge.predicate);
    const others = fayan
      .edgesOf(edge.from)
      .filter((other) => other.id !== id && fayan.otherEnd(other, edge.from) === edge.to);
    const list = others.map((other) =>
      el("li", {}, go({ selection: { edge: other.id } }, {}, relation(other.predicate).name)),
    );
    return [
      heading(`关系 · ${fayan.names.families[family] || family}`, name),
      triple(edge),
      edge.quotes.length ? section("原文", edge.quotes.length, ...said(edge)) : said(edge)[0],
      list.length ? section("两者之间还有", list.length, el("ul", { class: "plain" }, list)) : "",
    ];
  }

  function routeView([from, to]) {
    const found = fayan.routes.between(from, to);
    const title = [from, to].map((id) => short(fayan.nodes.get(id).label, 20)).join(" — ");
    if (!found) {
      const why = "两者之间没有路径相通：从这一端出发，沿着任何关系都到不了另一端。";
      const ask = button("换一个节点再查", () => fayan.search.ask(from), { class: "pill" });
      return [heading("路径", title), el("p", { class: "empty" }, why), el("div", { class: "actions" }, ask)];
    }
    return [
      heading("路径", title),
      el("p", { class: "measures" }, `最短的一条，经 ${found.edges.length} 条关系`),
      el("ol", { class: "route" }, found.edges.map((edge) => el("li", {}, triple(edge), said(edge)))),
    ];
  }

  function ranked(ids) {
    const note = (id) => el("span", { class: "note" }, className(fayan.nodes.get(id).cls));
    return el("ol", { class: "ranked" }, ids.map((id) => el("li", {}, link(id), note(id))));
  }

  function communityView(number) {
    const members = fayan.communities.get(number);
    return [
      heading("社群", `社群 ${number}`),
      el("p", { class: "measures" }, `${members.length} 个节点，彼此的关系比同外面的密`),
      ranked(members),
    ];
  }

  /* ---- a figure, a speech ---- */

  function figureView(number) {
    const figure = fayan.facts.figures[number];
    const facts = [
      ["单位", figure.unit],
      ["所指", figure.about],
      ["范围", figure.area],
      ["占", figure.whole],
      ["时期", figure.period],
      ["归入", figure.shared === figure.indicator ? "" : figure.shared],
    ].filter(([, value]) => value);
    const compared = fayan.facts.comparisons.some((one) => one.indicator === figure.shared);
    const there = { view: "compare", indicator: figure.shared };
    return [
      heading(`数据 · ${fayan.figureTable.kind(figure)}`, figure.indicator),
      el("p", { class: "amount" }, figure.value, status(figure.status)),
      el("dl", { class: "told" }, facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
      section("原文", null, fayan.quotes.figure(figure.quote, [figure.indicator, figure.shared])),
      section(
        "有关",
        null,
        el("ul", { class: "plain" }, fayan.figureEnds(number).map((id) => el("li", {}, link(id)))),
        compared ? go(there, { class: "more" }, `各单位的${figure.shared} →`) : "",
      ),
    ];
  }

  function speechView(id) {
    const number = fayan.speeches.get(id);
    const row = fayan.facts.speeches[number];
    const named = fayan.order.filter((node) => fayan.speechesOf(node).has(number));
    const close = { reader: null };
    return [
      el(
        "header",
        {},
        el("p", { class: "eyebrow" }, "发言"),
        el("h2", { tabindex: "-1" }, row.label),
        go(close, { class: "close", "aria-label": "关闭，回到概览", title: "关闭" }, "×"),
      ),
      speech(row),
      section("文中的节点", named.length, ranked(named.map((node) => node.id))),
    ];
  }

  /** Shows what a state of the page asks for: its selection, its speech, or the overview. */
  function show({ selection, reader }) {
    const panel = byId("panel");
    let parts;
    if (!selection) parts = reader ? speechView(reader.speech) : fayan.overview(section, ranked);
    else if (selection.node !== undefined) parts = nodeView(selection.node);
    else if (selection.edge !== undefined) parts = edgeView(selection.edge);
    else if (selection.route) parts = routeView(selection.route);
    else if (selection.figure !== undefined) parts = figureView(selection.figure);
    else parts = communityView(selection.community);
    panel.replaceChildren(...parts.flat().filter(Boolean));
    panel.scrollTop = 0;
  }

  return { show };
})();
