"use strict";
/* The reader: a speech itself, the sentence asked for marked, every mention a way back into the
 * graph. */

fayan.reader = (() => {
  const { byId, el, button, className, groupClass, go, say } = fayan.dom;
  let open = -1; // the speech that is laid out
  let asked = ""; // the passage that is marked
  let current = null; // the node whose mentions stand out

  /** The text of `[from, to)` with its mentions as links. */
  function linked(text, marks, from, to) {
    const parts = [];
    let at = from;
    for (const [start, end, id] of marks) {
      if (end <= from || start >= to) continue;
      const [first, last] = [Math.max(start, from), Math.min(end, to)];
      parts.push(text.slice(at, first), mention(id, text.slice(first, last)));
      at = last;
    }
    parts.push(text.slice(at, to));
    return parts;
  }

  function mention(id, words) {
    const node = fayan.nodes.get(id);
    const attributes = {
      class: `mention ${groupClass(node.group)}`,
      "data-node": id,
      title: `${className(node.cls)}：${fayan.dom.short(node.label, 60)}`,
    };
    const link = go({ selection: { node: id } }, attributes, words);
    link.addEventListener("mouseenter", () => fayan.stage.hover({ node: id }));
    link.addEventListener("mouseleave", () => fayan.stage.hover(null));
    return link;
  }

  /** A paragraph `[from, to)` of a text, with what of it is in `said` marked. */
  function paragraph({ text, marks }, from, to, said, tag) {
    const line = el(tag, {});
    const [start, end] = [Math.max(from, said[0]), Math.min(to, said[1])];
    if (start >= end) {
      line.append(...linked(text, marks, from, to));
      return line;
    }
    line.append(...linked(text, marks, from, start));
    line.append(el("mark", { class: "said", tabindex: "-1" }, linked(text, marks, start, end)));
    line.append(...linked(text, marks, end, to));
    return line;
  }

  function paragraphs(reading, speech, said) {
    const found = [];
    let from = 0;
    for (const words of reading.text.split("\n")) {
      const title = from === 0 && speech.headline && reading.whole;
      if (words.trim()) {
        found.push(paragraph(reading, from, from + words.length, said, title ? "h2" : "p"));
      }
      from += words.length + 1;
    }
    return found;
  }

  /** Where the passage that is asked for stands: [at, till), [-2, -2] in the byline. */
  function placeOf(number, { start, end }) {
    const index = fayan.quotesOf(number).find((one) => {
      const quote = fayan.quote(one);
      return quote.start === start && quote.end === end;
    });
    if (index === undefined) return [-1, -1];
    const { at, till } = fayan.quote(index);
    return [at, till];
  }

  function byline(reading, speech, marked) {
    const words = reading.byline || [speech.posts, speech.official].filter(Boolean).join(" ");
    return el("p", { class: "byline" }, marked ? el("mark", { class: "said", tabindex: "-1" }, words) : words);
  }

  function layOut(number, said) {
    const reading = fayan.facts.texts[number];
    const speech = fayan.facts.speeches[number];
    const [title, ...body] = paragraphs(reading, speech, said);
    const titled = title && title.tagName === "H2";
    const source = [speech.meeting, speech.date, speech.file].filter(Boolean).join(" · ");
    const parts = [
      titled ? title : el("h2", {}, speech.headline || speech.label),
      byline(reading, speech, said[0] === -2),
      el("p", { class: "source" }, source),
    ];
    if (!reading.whole) {
      const why = "这一页由图谱文件绘出，没有带上全文；下面依次是图中引用的句子。";
      parts.push(el("p", { class: "empty" }, why));
    }
    if (title && !titled) parts.push(title);
    byId("text").replaceChildren(...parts, ...body);
    byId("text").classList.toggle("partial", !reading.whole);
    byId("reader").setAttribute("aria-label", `原文：${speech.label}`);
    byId("spoken").value = String(number);
  }

  const mentionsOf = (id) =>
    id === null ? [] : [...document.querySelectorAll("#text .mention")].filter((one) => one.dataset.node === id);

  /** Makes the mentions of the selected node stand out, and offers to go from one to the next. */
  function emphasise(id) {
    document.querySelectorAll("#text .current").forEach((one) => one.classList.remove("current"));
    current = id;
    const found = mentionsOf(id);
    found.forEach((one) => one.classList.add("current"));
    byId("steps").hidden = !found.length;
    if (found.length) {
      const name = fayan.dom.short(fayan.nodes.get(id).label, 10);
      byId("step-count").textContent = `“${name}” ${found.length} 处`;
    }
  }

  /** Goes to the next mention of the selected node, or with -1 to the one before. */
  function step(by) {
    const found = mentionsOf(current);
    const here = found.indexOf(document.activeElement);
    const next = found[(here < 0 ? (by > 0 ? 0 : found.length - 1) : here + by + found.length) % found.length];
    if (!next) return;
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
  }

  function reveal() {
    const said = document.querySelector("#text .said");
    if (!said) {
      byId("text").scrollTop = 0;
      byId("text").focus({ preventScroll: true });
      return;
    }
    said.scrollIntoView({ block: "center" });
    said.focus({ preventScroll: true });
  }

  function show(state) {
    const { reader, selection } = state;
    const pane = byId("reader");
    const opened = Boolean(reader) && pane.hidden;
    pane.hidden = !reader;
    document.body.classList.toggle("reading", Boolean(reader));
    if (!reader) {
      open = -1;
      asked = "";
      return;
    }
    const number = fayan.speeches.get(reader.speech);
    const passage = reader.start === undefined ? "" : `${reader.start},${reader.end}`;
    const fresh = number !== open || passage !== asked;
    if (fresh) {
      layOut(number, passage ? placeOf(number, reader) : [-1, -1]);
      [open, asked] = [number, passage];
    }
    emphasise(selection && selection.node !== undefined ? selection.node : null);
    if (fresh || opened) {
      reveal();
      say(`原文：${fayan.facts.speeches[number].label}`);
    }
  }

  function start() {
    const choose = byId("spoken");
    fayan.facts.speeches.forEach((speech, number) =>
      choose.append(el("option", { value: String(number) }, fayan.dom.short(speech.label, 24))),
    );
    choose.addEventListener("change", () =>
      fayan.address.go({ reader: { speech: fayan.facts.speeches[Number(choose.value)].id } }),
    );
    byId("steps").append(
      el("span", { id: "step-count" }),
      button("↑", () => step(-1), { "aria-label": "上一处", title: "上一处" }),
      button("↓", () => step(1), { "aria-label": "下一处", title: "下一处" }),
    );
    byId("shut").addEventListener("click", () => fayan.address.go({ reader: null }));
  }

  return { show, start };
})();
