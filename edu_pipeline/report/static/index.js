// The tables of the index: loaded when they are opened, then searched, sorted, paged and downloaded by DataTables.
// Everything that comes from a document is put in as text, never as markup.
"use strict";
(() => {
  const listings = JSON.parse(document.getElementById("listings").textContent);
  const byName = new Map(listings.map((listing) => [listing.name, listing]));
  const GRAVEST_FIRST = ["error", "warning", "info"];
  const figures = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
  const arriving = new Map();

  // what a file in tables/ calls: each column is a list, or what recurs in it and where
  window.report = { load: (name, columns) => arriving.get(name)?.(columns) };

  function fetchRows(listing) {
    return new Promise((resolve, reject) => {
      arriving.set(listing.name, (columns) => resolve(rowsOf(listing, columns)));
      const script = document.createElement("script");
      script.src = `tables/${listing.name}.js`;
      script.onerror = () => reject(new Error(`tables/${listing.name}.js cannot be read: keep the report's files together.`));
      document.head.append(script);
    });
  }

  function rowsOf(listing, columns) {
    const lists = [...listing.fields.map((field) => field.name), "page"].map((name) => {
      const column = columns[name];
      return Array.isArray(column) ? column : column.at.map((at) => column.values[at]);
    });
    return lists[0].map((_, row) => lists.map((list) => list[row]));
  }

  // ------------------------------------------------------------------------------------------------ cells
  const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const shown = (field, value) => {
    if (value === null || value === undefined) return "";
    return typeof value === "number" ? figures.format(value) : String(value);
  };

  function chip(severity) {
    const element = document.createElement("span");
    element.className = `chip s-${severity}`;
    element.append(severity);
    return element;
  }

  function cell(field) {
    return (value, type, row) => {
      if (type === "display") {
        if (field.kind === "severity") return chip(value);
        const text = document.createTextNode(shown(field, value));
        const page = row[row.length - 1];
        if (!field.link || !page) return text;
        const link = document.createElement("a");
        link.href = page;
        link.append(text.data ? text : "open");
        return link;
      }
      if (type === "sort" && field.kind === "severity") return String(GRAVEST_FIRST.indexOf(value));
      if (type === "sort" && field.kind === "number") return typeof value === "number" ? value : -Infinity;
      if (type === "filter") return escaped(`${shown(field, value)} ${value ?? ""}`); // the library reads it as markup
      return value ?? "";
    };
  }

  const column = (field, at) => ({
    data: at,
    title: field.title,
    type: field.kind === "number" ? "num" : "string",
    className: `${field.kind}${field.wide ? " wide" : ""}${field.choice && !field.wraps ? " short" : ""}`,
    render: cell(field),
    createdCell: (td, value) => {
      td.dataset.label = field.title;
      td.classList.toggle("empty", value === null || value === "");
    },
  });

  // ------------------------------------------------------------------------------------------------ a table
  // a cell that a spreadsheet would take for a formula is made text
  const forCsv = (value) => (typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value ?? "");

  function draw(listing, rows) {
    const table = document.createElement("table");
    document.querySelector(`#panel-${listing.name} .scroll`).append(table);
    return new DataTable(table, {
      data: rows,
      columns: listing.fields.map(column),
      order: [], // as they come
      autoWidth: false,
      deferRender: true,
      pageLength: 25,
      lengthMenu: [10, 25, 100],
      layout: { topStart: "search", topEnd: "buttons", bottomStart: ["info", "pageLength"], bottomEnd: "paging" },
      buttons: [
        {
          extend: "csvHtml5",
          text: "Download CSV",
          filename: listing.name,
          title: null,
          bom: true,
          exportOptions: {
            orthogonal: "export",
            format: { header: (_, at) => listing.fields[at].name, body: (value) => forCsv(value) },
          },
        },
      ],
      language: {
        search: "Search", searchPlaceholder: "any words", lengthMenu: "_MENU_ a page",
        info: "_START_ to _END_ of _TOTAL_", infoEmpty: "nothing", infoFiltered: "(out of _MAX_)",
        emptyTable: "There are none.", zeroRecords: "Nothing fits what was searched and chosen.",
      },
    });
  }

  function choices(listing, rows, table) {
    const box = document.querySelector(`#panel-${listing.name} .choices`);
    listing.fields.forEach((field, at) => {
      if (!field.choice) return;
      const counts = new Map();
      for (const row of rows) counts.set(row[at], (counts.get(row[at]) ?? 0) + 1);
      if (counts.size < 2) return;
      const options = [...counts].filter(([value]) => value !== null).sort((a, b) => b[1] - a[1]);
      const select = labelled(box, field.title, [["", "all"], ...options.map(([v, n]) => [v, `${v} (${figures.format(n)})`])]);
      select.name = field.name;
      select.addEventListener("change", () => {
        const chosen = select.value;
        table.column(at).search.fixed("choice", chosen ? (_, row) => row[at] === chosen : null).draw();
        remember(listing, box);
      });
    });
    const orders = listing.fields.flatMap((f, at) => [[`${at} asc`, `${f.title} ↑`], [`${at} desc`, `${f.title} ↓`]]);
    const sort = labelled(box, "Sort by", [["", "as they come"], ...orders]);
    sort.parentElement.className = "sort"; // on a phone there are no headings to sort by
    sort.addEventListener("change", () => {
      const [at, way] = sort.value.split(" ");
      table.order(way ? [[Number(at), way]] : []).draw();
    });
  }

  function labelled(box, title, options) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    for (const [value, text] of options) select.append(new Option(text, value));
    label.append(title, select);
    box.append(label);
    return select;
  }

  // ------------------------------------------------------------------------------------------------ tabs
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const opened = new Map();

  function open(name) {
    for (const tab of tabs) {
      const chosen = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (!opened.has(name)) opened.set(name, load(byName.get(name)));
    return opened.get(name);
  }

  async function load(listing) {
    const state = document.querySelector(`#panel-${listing.name} .state`);
    state.textContent = "Loading …";
    try {
      const rows = await fetchRows(listing);
      const table = draw(listing, rows);
      choices(listing, rows, table);
      state.textContent = "";
      return table;
    } catch (error) {
      state.textContent = String(error.message);
      return null;
    }
  }

  function remember(listing, box) {
    const chosen = [...box.querySelectorAll("select[name]")].filter((s) => s.value).map((s) => `${s.name}=${encodeURIComponent(s.value)}`);
    history.replaceState(null, "", `#${listing.name}${chosen.length ? `/${chosen.join("&")}` : ""}`);
  }

  // #findings/check=soft_bound&severity=warning opens a table with that chosen
  async function follow() {
    const [name, wanted] = location.hash.slice(1).split("/");
    if (!byName.has(name)) return false;
    document.getElementById("tables").scrollIntoView();
    await open(name);
    const pairs = new URLSearchParams(wanted ?? "");
    for (const select of document.querySelectorAll(`#panel-${name} select[name]`)) {
      const value = pairs.get(select.name) ?? "";
      if (select.value === value) continue;
      select.value = value;
      select.dispatchEvent(new Event("change"));
    }
    return true;
  }

  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      history.replaceState(null, "", `#${tab.id.slice(4)}`);
      open(tab.id.slice(4));
    });
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  }
  addEventListener("hashchange", follow);
  follow().then((followed) => followed || open(listings[0].name));
})();
