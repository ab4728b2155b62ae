/* A large file is sent in pieces: a broken line costs one piece, and who comes back goes on where it stopped.
   <div data-pieces> stands in a form with one file; its words and addresses stand in its data (components/pieces.html). */
(() => {
  "use strict";

  const WAITS = [1, 2, 4, 8, 16]; // seconds before a piece is sent again

  const mb = (bytes) => (bytes / 1e6).toLocaleString("nl-NL", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
  const pause = (seconds) => new Promise((done) => { window.setTimeout(done, seconds * 1000); });

  /* What the server says no to, in its own words. */
  class Refused extends Error {}

  async function words(answer, otherwise) {
    const text = await answer.text();
    if ((answer.headers.get("Content-Type") || "").startsWith("application/json")) return JSON.parse(text).faults.join(" ");
    const found = new DOMParser().parseFromString(text, "text/html").querySelector(".refusal");
    return found ? found.textContent.trim() : otherwise;
  }

  function bind(box) {
    const form = box.closest("form");
    const field = form.querySelector("input[type=file]");
    const told = box.querySelector("[role=status]");
    const bar = box.querySelector("progress");
    const token = form.elements.csrfmiddlewaretoken.value;
    const most = () => Number(box.dataset.bytes);
    let isStopped = false;

    box.querySelector("button").addEventListener("click", () => {
      isStopped = true;
      if (box.dataset.page) window.location.assign(box.dataset.page);
      else window.location.reload();
    });

    const post = (address, values) => {
      const data = new FormData();
      data.set("csrfmiddlewaretoken", token);
      for (const [name, value] of Object.entries(values)) data.set(name, value);
      return window.fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
    };

    /* Tell the server which file comes; it says where the pieces go. */
    async function begin(file) {
      const values = { filename: file.name, size: file.size };
      for (const one of new FormData(form)) if (!(one[1] instanceof File)) values[one[0]] = one[1];
      const answer = await post(form.action, values);
      if (!answer.ok) throw new Refused(await words(answer, box.dataset.failed));
      const { piece, page } = await answer.json();
      box.dataset.to = piece;
      box.dataset.page = page;
      box.dataset.there = 0;
      return 0;
    }

    async function send(file, at) {
      for (let turn = 0; ; turn += 1) {
        try {
          const answer = await post(box.dataset.to, { at, piece: file.slice(at, at + most()) });
          if (answer.redirected) { window.location.assign(answer.url); return file.size; }
          if (answer.ok) return (await answer.json()).received;
          if (answer.status < 500) throw new Refused(await words(answer, box.dataset.failed));
        } catch (fault) {
          if (fault instanceof Refused || isStopped) throw fault;
        }
        if (turn === WAITS.length) throw new Refused(box.dataset.failed);
        told.textContent = box.dataset.broken;
        await pause(WAITS[turn]);
      }
    }

    form.addEventListener("submit", async (event) => {
      const file = field.files[0];
      if (!file || (!box.dataset.to && file.size <= most())) return;
      event.preventDefault();
      const deed = form.querySelector(".form-deeds");
      box.hidden = false;
      deed.hidden = true;
      try {
        if (box.dataset.size && file.size !== Number(box.dataset.size)) throw new Refused(box.dataset.other);
        let at = box.dataset.to ? Number(box.dataset.there) : await begin(file);
        while (at < file.size && !isStopped) {
          bar.value = at / file.size;
          told.textContent = box.dataset.busy.replace("%", mb(at)).replace("#", mb(file.size));
          at = await send(file, at);
          box.dataset.there = at;
        }
        bar.value = 1;
      } catch (fault) {
        told.textContent = fault instanceof Refused ? fault.message : box.dataset.failed;
        if (box.dataset.to) box.dataset.size = file.size;
        deed.hidden = false;
        deed.querySelector("button").focus();
      }
    });
  }

  document.querySelectorAll("[data-pieces]").forEach(bind);
})();
