"use strict";
/* The search box: names and other names, by their characters, their full pinyin or its initials;
 * best first; arrows choose, Enter opens, Esc clears. */

fayan.search = (() => {
  const MOST = 10;
  const { byId, el, short, mark, className, say } = fayan.dom;
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’《》]/g, "");
  const initials = (pinyin) =>
    pinyin.split(" ").map((part) => (/^\d/.test(part) ? part : part.charAt(0))).join("");
  let index = [];
  let from = null; // the node from which a way is asked for
  let found = [];
  let chosen = 0;

  /** How well `text` answers `query`: 0 exactly, 1 by its beginning, 2 inside, 9 not at all. */
  function fit(text, query) {
    const at = text.indexOf(query);
    if (at < 0) return 9;
    if (at > 0) return 2;
    return text.length === query.length ? 0 : 1;
  }

  /** As `fit`, of pinyin: by its initials, or spelled out from the beginning of a syllable. */
  function fitSound({ syllables, starts }, query) {
    const first = fit(starts, query);
    if (first < 9) return first + 0.2;
    for (let i = 0; i < syllables.length; i += 1) {
      const rest = syllables.slice(i).join("");
      if (rest.startsWith(query)) return (i ? 2 : rest.length === query.length ? 0 : 1) + 0.2;
    }
    return 9;
  }

  function sound(pinyin) {
    return pinyin && { syllables: pinyin.split(" "), starts: initials(pinyin) };
  }

  /** The nodes that answer `text`: [{node, by}], `by` the other name that did, or "". */
  function find(text) {
    const query = plain(text);
    if (!query) return [];
    const latin = /^[a-z0-9]+$/.test(query) && /[a-z]/.test(query);
    const found = [];
    for (const { node, names, sounds } of index) {
      let best = 9;
      let by = "";
      names.forEach((name, number) => {
        const heard = latin && sounds[number] ? fitSound(sounds[number], query) : 9;
        const worth = Math.min(fit(name, query), heard) + (number ? 0.5 : 0);
        if (worth < best) [best, by] = [worth, number ? node.alt[number - 1] : ""];
      });
      if (best < 9) found.push({ node, by, best });
    }
    found.sort((a, b) => a.best - b.best || a.node.rank - b.node.rank);
    return found.slice(0, MOST);
  }

  function close() {
    byId("results").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    chosen = number;
    [...byId("results").children].forEach((item, position) => {
      item.setAttribute("aria-selected", String(position === chosen));
      if (position === chosen) item.scrollIntoView({ block: "nearest" });
    });
    if (found.length) byId("search").setAttribute("aria-activedescendant", `result-${chosen}`);
  }

  function item({ node, by }, number) {
    const note = [by ? `又作 ${short(by, 16)} · ` : "", className(node.cls)];
    const line = el(
      "li",
      { role: "option", id: `result-${number}` },
      mark(node.group),
      el("bdi", { class: "name" }, short(node.label, 40)),
      el("span", { class: "note" }, note),
    );
    line.addEventListener("pointerdown", (event) => event.preventDefault());
    line.addEventListener("click", () => take(number));
    return line;
  }

  function show() {
    const box = byId("search");
    found = find(box.value);
    if (!box.value.trim()) return close();
    const none = el("li", { class: "none", role: "option", "aria-disabled": "true" }, "没有这个名称");
    byId("results").replaceChildren(...(found.length ? found.map(item) : [none]));
    byId("results").hidden = false;
    box.setAttribute("aria-expanded", "true");
    if (found.length) choose(0);
  }

  function take(number) {
    if (!found[number]) return;
    const box = byId("search");
    const { id, label } = found[number].node;
    const selection = from ? { route: [from, id] } : { node: id };
    close();
    box.value = from ? "" : label.slice(0, 200);
    box.blur();
    fayan.address.go({ selection, view: "graph" });
  }

  /** Asks in the search box for the other end of a way from the node `id`. */
  function ask(id) {
    const box = byId("search");
    from = id;
    box.value = "";
    box.placeholder = `从“${short(fayan.nodes.get(id).label, 8)}”到……`;
    box.focus();
    say("请检索路径的另一端");
  }

  function forget() {
    from = null;
    byId("search").placeholder = "检索名称、别名、拼音";
  }

  function keys(event) {
    if (event.isComposing) return; // an input method is still at work
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const box = byId("search");
    if (step && found.length) choose((chosen + step + found.length) % found.length);
    else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") {
      if (!box.value) box.blur();
      box.value = "";
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function start() {
    index = fayan.rows.nodes.map((node) => ({
      node,
      names: [node.label, ...node.alt].map(plain),
      sounds: node.pinyin.map(sound),
    }));
    const box = byId("search");
    box.addEventListener("input", show);
    box.addEventListener("focus", () => {
      box.select();
      if (box.value.trim()) show();
    });
    box.addEventListener("blur", () => {
      close();
      forget();
    });
    box.addEventListener("keydown", keys);
    forget();
  }

  return { start, find, ask, initials };
})();
