"use strict";
/* The panel: what is known of a node, an edge or a community, each claim with its words in the
 * text. Everything from the data becomes a text node, never markup. */

fayan.panel = (() => {
  const SHAPES = {
    dot: ["circle", { cx: 8, cy: 8, r: 5.6 }],
    square: ["rect", { x: 2.8, y: 2.8, width: 10.4, height: 10.4 }],
    diamond: ["polygon", { points: "8,1 15,8 8,15 1,8" }],
    triangle: ["polygon", { points: "8,1.6 15,13.8 1,13.8" }],
    triangleDown: ["polygon", { points: "8,14.4 15,2.2 1,2.2" }],
    hexagon: ["polygon", { points: "4.6,2.2 11.4,2.2 14.8,8 11.4,13.8 4.6,13.8 1.2,8" }],
    star: [
      "polygon",
      { points: "8,.8 10.2,5.6 15.4,6.2 11.5,9.7 12.6,14.9 8,12.2 3.4,14.9 4.5,9.7 .6,6.2 5.8,5.6" },
    ],
  };
  const MANY = 12;

  function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child != null && child !== ""));
    return element;
  }

  /** The mark of a class group as it is drawn in the network. */
  function mark(group) {
    const look = fayan.names.looks[group] || { shape: "dot", hollow: false };
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const known = group in fayan.names.looks ? group : "other";
    svg.setAttribute("class", `mark g-${known}${look.hollow ? " hollow" : ""}`);
    const [tag, geometry] = SHAPES[look.shape];
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(geometry)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  }

  const className = (cls) => fayan.names.classes[cls] || cls;
  const relation = (predicate) =>
    fayan.names.predicates[predicate] || { family: "other", name: predicate, inverse: predicate };

  function link(id) {
    const node = fayan.nodes.get(id);
    return el(
      "a",
      { href: fayan.address(id), class: "node" },
      mark(node.group),
      el("bdi", {}, fayan.labels.short(node.label, 60)),
    );
  }

  /** `text` with the first of `words` that occurs in it marked. */
  function marked(text, words) {
    const word = words.find((candidate) => candidate && text.includes(candidate));
    if (!word) return [text];
    const at = text.indexOf(word);
    return [text.slice(0, at), el("mark", {}, word), text.slice(at + word.length)];
  }

  function quote(index, words = []) {
    const [speech, file, start, end, text] = fayan.facts.quotes[index];
    return el(
      "figure",
      { class: "quote" },
      el("blockquote", {}, el("bdi", {}, ...marked(text, words))),
      el(
        "figcaption",
        {},
        el("bdi", {}, speech),
        el("bdi", { class: "place" }, `${file}#char=${start},${end}`),
      ),
    );
  }

  const wordsOf = (...ids) =>
    ids.flatMap((id) => [fayan.nodes.get(id).label, ...fayan.nodes.get(id).alt]);

  function status(value) {
    if (value === "Reported") return null;
    return el("span", { class: "badge" }, fayan.names.statuses[value] || value);
  }

  function heading(eyebrow, title, group) {
    return el(
      "header",
      {},
      el("p", { class: "eyebrow" }, group ? mark(group) : "", eyebrow),
      el("h2", { tabindex: "-1" }, title),
      el("a", { class: "close", href: "#", "aria-label": "关闭，回到概览", title: "关闭" }, "×"),
    );
  }

  function section(title, count, ...children) {
    return el(
      "section",
      {},
      el("h3", {}, title, count == null ? "" : el("span", { class: "count" }, String(count))),
      ...children,
    );
  }

  /** One relation of a node: its other end, and below the words that state it. */
  function row(edge, other) {
    const line = [link(other), status(edge.status)];
    if (!edge.quotes.length) {
      const note = el("p", { class: "note" }, source(edge));
      return el("li", {}, el("div", { class: "line" }, ...line), note);
    }
    const preview = fayan.facts.quotes[edge.quotes[0]][4];
    const words = wordsOf(other);
    return el(
      "li",
      {},
      el(
        "details",
        {},
        el(
          "summary",
          {},
          el("span", { class: "line" }, ...line),
          el("span", { class: "preview" }, el("bdi", {}, fayan.labels.short(preview, 60))),
        ),
        ...edge.quotes.map((index) => quote(index, words)),
      ),
    );
  }

  /** Where a relation comes from that no text states. */
  const source = (edge) => (edge.authority ? `据术语表：${edge.authority}` : "据术语表");

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
        const family = relation(key.slice(1)).family;
        rows.sort((a, b) => fayan.nodes.get(a[1]).rank - fayan.nodes.get(b[1]).rank);
        const list = el("ul", { class: "relations" }, ...rows.map(([edge, end]) => row(edge, end)));
        const part = section(title, rows.length, list);
        part.classList.add("relation", `f-${family}`);
        return part;
      });
  }

  function figureRows(figure, label) {
    const shown = quote(figure.quote, [figure.indicator, figure.shared]);
    const words = el("tr", { class: "words", hidden: true }, el("td", { colspan: "4" }, shown));
    const name = el(
      "button",
      { type: "button", "aria-expanded": "false", title: "看原文" },
      figure.area && figure.area !== label ? `${figure.area} ` : "",
      figure.indicator,
    );
    name.addEventListener("click", () => {
      words.hidden = !words.hidden;
      name.setAttribute("aria-expanded", String(!words.hidden));
    });
    const about = [figure.unit, figure.about].filter((other) => other && other !== label);
    const line = el(
      "tr",
      {},
      el("th", { scope: "row" }, name, about.length ? el("small", {}, about.join(" · ")) : ""),
      el("td", { class: "value" }, figure.value),
      el(
        "td",
        {},
        fayan.names.kinds[figure.kind] || figure.kind,
        figure.whole ? el("small", {}, `占${figure.whole}`) : "",
      ),
      el("td", {}, figure.period || "—", figure.status === "Reported" ? "" : status(figure.status)),
    );
    return [line, words];
  }

  function figures(id) {
    const rows = fayan.facts.figures[id] || [];
    if (!rows.length) return null;
    const label = fayan.nodes.get(id).label;
    const pairs = rows.map((figure) => figureRows(figure, label));
    const body = el("tbody", {}, ...pairs.slice(0, MANY).flat());
    const heads = ["指标", "数值", "类型", "时期"].map((name) => el("th", { scope: "col" }, name));
    const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body);
    const part = section("数据", rows.length, table);
    if (pairs.length > MANY) {
      const more = el("button", { type: "button", class: "more" }, `显示全部 ${rows.length} 项`);
      more.addEventListener("click", () => {
        body.append(...pairs.slice(MANY).flat());
        more.remove();
      });
      part.append(more);
    }
    return part;
  }

  function speeches(id) {
    const rows = fayan.facts.speeches[id] || [];
    if (!rows.length) return null;
    return section(
      "发言",
      rows.length > 1 ? rows.length : null,
      ...rows.map((speech) =>
        el(
          "div",
          { class: "speech" },
          el("p", { class: "headline" }, speech.headline),
          el(
            "p",
            { class: "by" },
            [[speech.posts, speech.official].filter(Boolean).join(" "), speech.meeting, speech.date]
              .filter(Boolean)
              .join(" · "),
          ),
        ),
      ),
    );
  }

  function mentions(node, open) {
    if (!node.quotes.length) return null;
    const part = el(
      "details",
      { class: "mentions", open },
      el("summary", {}, "文中出处", el("span", { class: "count" }, String(node.quotes.length))),
    );
    const words = wordsOf(node.id);
    const fill = (from, to) =>
      node.quotes.slice(from, to).forEach((index) => part.append(quote(index, words)));
    fill(0, MANY);
    if (node.quotes.length > MANY) {
      const more = el("button", { type: "button", class: "more" }, "显示其余出处");
      more.addEventListener("click", () => {
        more.remove();
        fill(MANY);
      });
      part.append(more);
    }
    return part;
  }

  function nodeView(id) {
    const node = fayan.nodes.get(id);
    const edges = fayan.edgesOf(id);
    const neighbours = fayan.neighbours(id).size;
    const members = fayan.communities.get(node.community);
    const measures = el(
      "p",
      { class: "measures" },
      `相邻 ${neighbours}`,
      ` · 重要度第 ${node.rank}/${fayan.nodes.size}`,
      ` · 见于 ${node.speeches.length} 篇`,
    );
    if (members.length > 2) {
      measures.append(" · ", el("a", { href: `#~${node.community}` }, `社群 ${node.community}`));
    }
    return [
      heading(className(node.cls) + (node.code ? ` · ${node.code}` : ""), node.label, node.group),
      node.alt.length ? el("p", { class: "alt" }, `又作 ${node.alt.join("、")}`) : null,
      measures,
      speeches(id),
      edges.length ? null : el("p", { class: "empty" }, "文中提到，没有写明它与别的节点的关系。"),
      figures(id),
      ...relations(id),
      mentions(node, !edges.length),
    ];
  }

  function edgeView(id) {
    const edge = fayan.edges.get(id);
    const { family, name } = relation(edge.predicate);
    const words = wordsOf(edge.to);
    const others = fayan
      .edgesOf(edge.from)
      .filter((other) => other.id !== id && (other.to === edge.to || other.from === edge.to));
    return [
      heading(`关系 · ${fayan.names.families[family] || family}`, name),
      el(
        "p",
        { class: `triple f-${family}` },
        link(edge.from),
        el("span", { class: "arrow" }, `${name} →`),
        link(edge.to),
        status(edge.status),
      ),
      edge.quotes.length
        ? section("原文", edge.quotes.length, ...edge.quotes.map((index) => quote(index, words)))
        : el("p", { class: "empty" }, `不出自所读的文本，${source(edge)}。`),
      others.length
        ? section(
            "两者之间还有",
            others.length,
            el(
              "ul",
              { class: "plain" },
              ...others.map((other) =>
                el("li", {}, el("a", { href: fayan.edgeAddress(other) }, relation(other.predicate).name)),
              ),
            ),
          )
        : null,
    ];
  }

  function ranked(ids) {
    return el(
      "ol",
      { class: "ranked" },
      ...ids.map((id) =>
        el(
          "li",
          {},
          link(id),
          el("span", { class: "note" }, className(fayan.nodes.get(id).cls)),
        ),
      ),
    );
  }

  function communityView(number) {
    const members = fayan.communities.get(number);
    return [
      heading("社群", `社群 ${number}`),
      el("p", { class: "measures" }, `${members.length} 个节点，彼此的关系比同外面的密`),
      ranked(members),
    ];
  }

  function overview() {
    const order = [...fayan.nodes.values()].sort((a, b) => a.rank - b.rank).map((node) => node.id);
    const linked = order.filter((id) => fayan.edgesOf(id).length);
    const large = [...fayan.communities].filter(([, members]) => members.length > 2).slice(0, 12);
    const names = (members) =>
      members
        .slice(0, 3)
        .map((id) => fayan.labels.short(fayan.nodes.get(id).label, 10))
        .join("、");
    return [
      el("h2", { class: "unseen", tabindex: "-1" }, "概览"),
      el("p", { class: "lead" }, "点一个节点或一条连线，这里就列出它在原文里的话。"),
      linked.length ? section("枢纽", null, ranked(linked.slice(0, 10))) : null,
      large.length
        ? section(
            "社群",
            null,
            el(
              "ul",
              { class: "plain" },
              ...large.map(([number, members]) =>
                el(
                  "li",
                  {},
                  el("a", { href: `#~${number}` }, el("bdi", {}, `${names(members)}等`)),
                  el("span", { class: "note" }, `${members.length} 个`),
                ),
              ),
            ),
          )
        : null,
      section(
        "读图",
        null,
        el(
          "ul",
          { class: "help" },
          el("li", {}, "节点越大，在关系网中越居中心；浅色的只被提到，没有写明关系。"),
          el("li", {}, "连线越粗，写到它的话越多；虚线是计划或目标，点线据术语表。"),
          el("li", {}, el("kbd", {}, "/"), " 检索，", el("kbd", {}, "Esc"), " 取消，图上可用方向键与 ", el("kbd", {}, "+"), " ", el("kbd", {}, "−"), " ", el("kbd", {}, "0"), "。"),
        ),
      ),
    ];
  }

  /** Shows `selection` ({node}, {edge}, {community} or null) in the panel. */
  function show(selection) {
    const panel = document.getElementById("panel");
    let parts;
    if (!selection) parts = overview();
    else if (selection.node !== undefined) parts = nodeView(selection.node);
    else if (selection.edge !== undefined) parts = edgeView(selection.edge);
    else parts = communityView(selection.community);
    panel.replaceChildren(...parts.filter(Boolean));
    panel.scrollTop = 0;
  }

  /** What stands beside the pointer over a node or an edge. */
  function tip(selection) {
    if (selection.node !== undefined) {
      const node = fayan.nodes.get(selection.node);
      const first = node.quotes.slice(0, 2).map((index) => fayan.facts.quotes[index][4]);
      return [
        el("p", { class: "eyebrow" }, mark(node.group), className(node.cls)),
        el("p", { class: "name" }, el("bdi", {}, fayan.labels.short(node.label, 60))),
        node.speeches.length
          ? el("p", { class: "note" }, fayan.labels.short(node.speeches.join("、"), 60))
          : "",
        ...first.map((text) => el("blockquote", {}, el("bdi", {}, fayan.labels.short(text, 70)))),
      ];
    }
    const edge = fayan.edges.get(selection.edge);
    const label = (id) => fayan.labels.short(fayan.nodes.get(id).label, 24);
    const text = edge.quotes.length ? fayan.facts.quotes[edge.quotes[0]][4] : source(edge);
    return [
      el(
        "p",
        { class: "name" },
        el("bdi", {}, label(edge.from)),
        el("span", { class: "note" }, ` ${relation(edge.predicate).name} → `),
        el("bdi", {}, label(edge.to)),
      ),
      el("blockquote", {}, el("bdi", {}, fayan.labels.short(text, 90))),
    ];
  }

  return { show, tip, el, mark, className, relation };
})();
