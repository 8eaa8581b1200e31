"use strict";
/* Passages as figures of the panel: the words, where they stand, the way into the speech, and a
 * citation to take away. */

fayan.quotes = (() => {
  const { el, button, go, say } = fayan.dom;

  /** `text` with the first of `words` that occurs in it marked. */
  function marked(text, words) {
    const word = words.find((candidate) => candidate && text.includes(candidate));
    if (!word) return [text];
    const at = text.indexOf(word);
    return [text.slice(0, at), el("mark", {}, word), text.slice(at + word.length)];
  }

  const wordsOf = (...ids) =>
    ids.flatMap((id) => [fayan.nodes.get(id).label, ...fayan.nodes.get(id).alt]);

  const place = ({ file, start, end }) => `${file}#char=${start},${end}`;

  /** Who said it where and when: 尹国喜（綦江区委书记），例会，2025-04-24. */
  function saidBy(speech) {
    if (!speech) return "";
    const speaker = speech.official
      ? `${speech.official}${speech.posts ? `（${speech.posts}）` : ""}`
      : speech.label;
    return [speaker, speech.meeting, speech.date].filter(Boolean).join("，");
  }

  /** A passage as one cites it: quote, speaker, post, meeting, date, file and offsets. */
  function citation(index) {
    const quote = fayan.quote(index);
    return `“${quote.text}”——${[saidBy(quote.speech), place(quote)].filter(Boolean).join("，")}`;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOldWay(text);
    }
  }

  function copyOldWay(text) {
    const box = el("textarea", { class: "unseen", "aria-hidden": "true" });
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  function cite(index) {
    const made = button(
      "引用",
      async () => {
        const done = await copy(citation(index));
        made.textContent = done ? "已复制" : "未能复制";
        say(done ? "引文已复制" : "引文未能复制");
        setTimeout(() => (made.textContent = "引用"), 1600);
      },
      { class: "act", title: "复制引文：话、讲话人、职务、会议、日期、出处" },
    );
    return made;
  }

  /** The way to a passage in its speech, "" for one outside every speech. */
  function open(quote) {
    if (!quote.speech || quote.at === -1) return "";
    const reader = { speech: quote.speech.id, start: quote.start, end: quote.end };
    return go({ reader }, { class: "act read", title: "在全文中看这句话" }, "看全文");
  }

  function figure(index, words = []) {
    const quote = fayan.quote(index);
    const said = quote.speech ? quote.speech.label : "";
    return el(
      "figure",
      { class: "quote" },
      el("blockquote", {}, el("bdi", {}, marked(quote.text, words))),
      el(
        "figcaption",
        {},
        el("bdi", {}, said),
        el("bdi", { class: "place" }, place(quote)),
        el("span", { class: "acts" }, open(quote), cite(index)),
      ),
    );
  }

  /** Where a relation comes from that no text states. */
  const source = (edge) => (edge.authority ? `据术语表：${edge.authority}` : "据术语表");

  return { figure, citation, wordsOf, source, saidBy };
})();
