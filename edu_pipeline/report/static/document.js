// The page of a document: choose a number, see what was read from it. Everything is put in as text, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("details").textContent);
  const marks = [...document.querySelectorAll("mark[data-n]")];
  const panel = document.getElementById("panel");
  const chosen = document.getElementById("chosen");
  const hint = [...chosen.childNodes];
  const KINDS = {};
  for (const name of document.querySelectorAll("[id^=kind-]")) KINDS[name.id.slice(5)] = name.textContent;
  const SEVERITIES = { error: "Error", warning: "Warning", info: "Note" };
  const VERDICTS = { inconsistent: "error", implied: "info" };
  let current = null;

  // ------------------------------------------------------------------------------------------------ making elements
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }
  const chip = (text, severity) => make("span", { class: `chip${severity ? ` s-${severity}` : ""}` }, text);
  const many = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const pair = (name, value) => (value ? [make("dt", {}, name), make("dd", {}, value)] : []);
  const heading = (text) => make("h3", {}, text);

  // a button that leads to another number of this text
  function jump(n) {
    const button = make("button", { type: "button", class: "go" }, marks[n]?.textContent ?? "?");
    button.addEventListener("click", () => choose(n, true));
    return button;
  }

  // ------------------------------------------------------------------------------------------------ the panel's parts
  function finding(at) {
    const found = data.findings[at];
    return make(
      "div", { class: `said s-${found.severity}` },
      make("p", {}, chip(SEVERITIES[found.severity], found.severity), ` ${found.message}`),
      found.expected || found.found
        ? make("p", { class: "quiet" }, [found.expected && `expected ${found.expected}`, found.found && `found ${found.found}`].filter(Boolean).join(" · "))
        : null,
      make("p", { class: "quiet" }, make("code", {}, found.check), data.checks[found.check] ? `: ${data.checks[found.check]}` : ""),
    );
  }

  function audit(at) {
    const found = data.audits[at];
    const severity = VERDICTS[found.verdict];
    const said = found.claimed ? `printed ${found.claimed}, recomputed ${found.computed}` : `recomputed ${found.computed}`;
    const parts = make("p", {});
    (found.operands ?? []).forEach((n, i) => parts.append(i ? " · " : "from ", jump(n)));
    if (found.claim !== undefined) parts.append(" for ", jump(found.claim));
    return make(
      "div", { class: `said${severity ? ` s-${severity}` : ""}` },
      make("p", {}, chip(found.verdict, severity), ` ${found.kind}: ${said}${found.tolerance ? ` (± ${found.tolerance})` : ""}`),
      found.explanation ? make("p", {}, found.explanation) : null,
      parts,
    );
  }

  function relation(at) {
    const found = data.relations[at];
    const met = found.met === undefined ? null : chip(found.met ? "met" : "missed", found.met ? undefined : "info");
    const list = make("ul");
    for (const member of found.members ?? []) {
      const where = member.document
        ? make("a", { href: `${member.document}.html#q-${member.quantity}` }, member.source)
        : member.number === undefined ? "" : jump(member.number);
      const told = [member.value, member.period, member.nature, member.followed && "the facts follow it"].filter(Boolean).join(", ");
      list.append(make("li", {}, where, " ", make("span", { class: "quiet" }, told)));
    }
    if (found.more) list.append(make("li", { class: "quiet" }, `and ${found.more} more statements`));
    return make(
      "div", { class: `said${found.severity ? ` s-${found.severity}` : ""}` },
      make("p", {}, chip(found.relation, found.severity), " ", met, found.note ? ` ${found.note}` : ""),
      list,
    );
  }

  function statement(row) {
    const { apart = [], findings = [], relations = [] } = row;
    const names = data.indicators[row.indicator];
    const box = make("section", { class: "statement" });
    box.append(
      make("h3", { lang: "zh" }, row.label),
      make("dl", {},
        ...pair("Value", row.value),
        ...pair("Indicator", names ? `${names[0]} ${names[1]}` : "not in the catalogue"),
        ...pair("Level", row.level),
        ...pair("Place", row.place || "not known"),
        ...pair("Period", [row.period || "not known", row.basis].filter(Boolean).join(", ")),
        ...pair("Nature", row.nature ?? "actual"),
        ...pair("Measure", row.measure),
        ...pair("Against", row.reference),
        ...pair("Fact", row.fact && `${row.fact[0]}; ${many(row.fact[2], "statement")} in ${many(row.fact[1], "document")}`)),
    );
    if (apart.length) {
      const said = make("div", { class: "said s-error" }, make("p", {}, chip("In quarantine", "error"), " Not published as a fact."));
      for (const reason of apart) said.append(make("p", {}, reason));
      box.append(said);
    }
    if (findings.length) box.append(heading("Findings"), ...findings.map(finding));
    if (relations.length) box.append(heading("Relations"), ...relations.map(relation));
    box.append(make("p", { class: "id" }, make("code", {}, row.id)));
    return box;
  }

  function fill(n) {
    const number = data.numbers[n];
    chosen.replaceChildren(
      make("h2", { lang: "zh", id: "chosen-text" }, marks[n].textContent),
      chip(KINDS[number.kind] ?? number.kind),
      make("p", { class: "quiet" }, [number.value, number.reason].filter(Boolean).join(" · ")),
      ...number.statements.map(statement),
    );
    if (number.findings) chosen.append(heading("Findings at this place"), ...number.findings.map(finding));
    if (number.audits) chosen.append(heading("Arithmetic"), ...number.audits.map(audit));
  }

  // ------------------------------------------------------------------------------------------------ choosing
  function choose(n, scroll) {
    if (current !== null) marks[current].removeAttribute("aria-pressed");
    current = n;
    marks[n].setAttribute("aria-pressed", "true");
    link(n);
    fill(n);
    panel.classList.add("open");
    document.body.classList.add("reading");
    panel.scrollTop = 0;
    marks[n].scrollIntoView({ block: scroll ? "center" : "nearest" });
    marks[n].focus({ preventScroll: true });
    history.replaceState(null, "", `#${marks[n].id}`);
  }

  // the other numbers of its arithmetic are outlined
  function link(n) {
    for (const mark of document.querySelectorAll("mark.linked")) mark.classList.remove("linked");
    for (const at of data.numbers[n].audits ?? []) {
      const { claim, operands = [] } = data.audits[at];
      for (const other of [claim, ...operands]) if (other !== undefined && other !== n) marks[other].classList.add("linked");
    }
  }

  function close() {
    if (current === null) return;
    const mark = marks[current];
    mark.removeAttribute("aria-pressed");
    for (const other of document.querySelectorAll("mark.linked")) other.classList.remove("linked");
    current = null;
    panel.classList.remove("open");
    document.body.classList.remove("reading");
    chosen.replaceChildren(...hint);
    mark.focus({ preventScroll: true });
  }

  function step(by) {
    let n = (current ?? -1) + by;
    while (n >= 0 && n < marks.length && marks[n].classList.contains("off")) n += by;
    if (n >= 0 && n < marks.length) choose(n, true);
  }

  const on = (mark) => mark && !mark.classList.contains("off");
  document.getElementById("text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-n]");
    if (on(mark)) choose(Number(mark.dataset.n), false);
    const flag = event.target.closest("a.flag");
    if (flag) showFinding(Number(flag.dataset.f));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select")) return;
    const mark = event.target.closest("mark[data-n]");
    if ((event.key === "Enter" || event.key === " ") && on(mark)) {
      event.preventDefault();
      choose(Number(mark.dataset.n), false);
    } else if (event.key === "Escape") {
      close();
    } else if (current !== null && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      step(event.key === "ArrowRight" ? 1 : -1);
    }
  });
  for (const button of panel.querySelectorAll("[data-step]")) button.addEventListener("click", () => step(Number(button.dataset.step)));
  panel.querySelector("[data-close]").addEventListener("click", close);

  // ------------------------------------------------------------------------------------------------ what is shown
  const kinds = [...document.querySelectorAll("[data-kind]")];
  const only = document.getElementById("only");
  function filter() {
    const wanted = new Set(kinds.filter((box) => box.checked).map((box) => `k-${box.dataset.kind}`));
    for (const mark of marks) {
      const off = !wanted.has(mark.classList[0]) || (only.checked && !/ s-/.test(mark.className));
      mark.classList.toggle("off", off);
      mark.tabIndex = off ? -1 : 0;
    }
  }
  for (const box of [...kinds, only]) box?.addEventListener("change", filter);

  // ------------------------------------------------------------------------------------------------ findings of the document
  const list = document.getElementById("findings");
  function listFindings() {
    data.findings.forEach((found, at) => {
      const item = make("li", { id: `finding-${at}`, tabindex: "-1" }, finding(at));
      const flag = document.getElementById(`f-${at}`);
      if (found.number !== undefined) item.firstChild.append(make("p", {}, "at ", jump(found.number)));
      else if (flag) {
        const button = make("button", { type: "button", class: "go" }, "show the place");
        button.addEventListener("click", () => { flag.scrollIntoView({ block: "center" }); flag.focus({ preventScroll: true }); });
        item.firstChild.append(make("p", {}, button));
      }
      list.append(item);
    });
  }
  if (list) listFindings();

  function showFinding(at) {
    list.closest("details").open = true;
    const item = document.getElementById(`finding-${at}`);
    item.scrollIntoView({ block: "nearest" });
    item.focus({ preventScroll: true });
  }

  // #q-<number> and #at-<character> lead to a place
  function follow() {
    const hash = location.hash.slice(1);
    const mark = hash.startsWith("q-") ? document.getElementById(hash) : null;
    if (mark?.dataset.n) choose(Number(mark.dataset.n), true);
    else if (hash.startsWith("at-")) {
      const at = data.findings.findIndex((found) => found.start === Number(hash.slice(3)));
      if (at < 0) return;
      if (data.findings[at].number !== undefined) choose(data.findings[at].number, true);
      else { document.getElementById(`f-${at}`)?.scrollIntoView({ block: "center" }); showFinding(at); }
    }
  }
  addEventListener("hashchange", follow);
  follow();
})();
