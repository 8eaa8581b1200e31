"use strict";
// The editor: YASGUI over this server's endpoint, with the questions of ontology/queries at hand.
const questions = JSON.parse(document.getElementById("questions").textContent);
const choice = document.getElementById("question");

// YASGUI would complete prefixes and terms from servers elsewhere.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];

const yasgui = new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint: new URL("/sparql", location).href },
  endpointCatalogueOptions: { getData: () => [] },
  yasqe: { value: Object.values(questions)[0] },
});

// Opens a question in a tab of its own, or the tab that it has already, and runs it.
function ask(name) {
  if (!Object.hasOwn(questions, name)) return;
  choice.value = name;
  const open = Object.values(yasgui._tabs).find((tab) => tab.name() === name);
  if (open) yasgui.selectTabId(open.getId());
  else yasgui.addTab(true, { ...Yasgui.Tab.getDefaults(yasgui), name, yasqe: { value: questions[name] } });
  yasgui.getTab().query().catch(() => {}); // the tab itself shows what is wrong
}

choice.addEventListener("change", () => ask(choice.value));
ask(new URLSearchParams(location.search).get("question") ?? "");
