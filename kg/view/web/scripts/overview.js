"use strict";
/* What the panel shows while nothing is selected: where to begin, and how to read the drawing. */

fayan.overview = (section, ranked) => {
  const { el, short, go } = fayan.dom;
  const HUBS = 10;
  const COMMUNITIES = 12;

  const linked = fayan.order.filter((node) => fayan.edgesOf(node.id).length);
  const large = [...fayan.communities].filter(([, members]) => members.length > 2);
  const names = (members) =>
    members
      .slice(0, 3)
      .map((id) => short(fayan.nodes.get(id).label, 10))
      .join("、");
  const community = ([number, members]) =>
    el(
      "li",
      {},
      go({ selection: { community: number } }, {}, el("bdi", {}, `${names(members)}等`)),
      el("span", { class: "note" }, `${members.length} 个`),
    );
  const key = (name) => el("kbd", {}, name);
  const spelled = fayan.order.find((node) => node.pinyin[0]);
  const initials = spelled ? fayan.search.initials(spelled.pinyin[0]).slice(0, 6) : "";
  const example = spelled ? ["（如 ", key(initials), `：${short(spelled.label, 8)}）`] : [];

  return [
    el("h2", { class: "unseen", tabindex: "-1" }, "概览"),
    fayan.nodes.size
      ? el("p", { class: "lead" }, "点一个节点或一条连线，这里就列出它在原文里的话；每句话都可以回到全文。")
      : el("p", { class: "empty" }, "图里没有节点：所读的文本中没有认出发言。"),
    linked.length ? section("枢纽", null, ranked(linked.slice(0, HUBS).map((node) => node.id))) : "",
    large.length
      ? section("社群", null, el("ul", { class: "plain" }, large.slice(0, COMMUNITIES).map(community)))
      : "",
    section(
      "读图",
      null,
      el(
        "ul",
        { class: "help" },
        el("li", {}, "节点越大，在关系网中越居中心；浅色的只被提到，没有写明关系。"),
        el("li", {}, "连线越粗，写到它的话越多；虚线是计划或目标，点线据术语表。"),
        el("li", {}, key("/"), " 检索，汉字、全拼、首字母都行", example, "；", key("Esc"), " 取消。"),
        el("li", {}, "图上可用方向键与 ", key("+"), " ", key("−"), " ", key("0"), "；双击节点画出它的邻居。"),
      ),
    ),
  ];
};
