import { browser } from "@web/core/browser/browser";
import { ConnectionLostError, rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { Interaction } from "@web/public/interaction";

const PAUSE = 1500;
const TRY_AGAIN = 10000;
// After these nothing more is saved from this window until it is shown anew.
const ENDED = ["stale", "closed"];

/** Saves the self-assessment while it is typed, and keeps it where there is no network. */
export class KpiDraft extends Interaction {
    static selector = ".o_kpi_self_assessment";
    dynamicContent = {
        _root: {
            "t-on-input": () => this.onInput(),
            "t-on-submit": (ev) => this.onSubmit(ev),
        },
        _window: {
            "t-on-online": () => this.save(),
            "t-on-storage": (ev) => this.onOtherWindow(ev),
        },
        ".o_kpi_put_back": { "t-on-click": () => this.putBack(this.unsent) },
        ".o_kpi_throw_away": { "t-on-click": () => this.throwAway() },
        "[data-state]": { "t-att-hidden": (el) => el.dataset.state !== this.state },
        ".o_kpi_total": { "t-out": () => this.total },
        ".o_kpi_refusal": { "t-out": () => this.sentence },
    };

    setup() {
        this.state = "";
        this.sentence = "";
        this.total = Interaction.INITIAL_VALUE;
        this.key = this.el.dataset.keep;
        this.mark = this.el.querySelector("[name=mark]");
        this.saveSoon = this.debounced(this.save, PAUSE);
        this.saved = this.typed();
    }

    start() {
        this.unsent = this.kept();
        if (!this.unsent || !this.isOther(this.unsent.typed, this.saved)) {
            return;
        }
        if (this.unsent.mark === this.mark.value) {
            this.putBack(this.unsent);
        } else {
            this.state = "unsent";
        }
        this.updateContent();
    }

    fields() {
        return [...this.el.querySelectorAll("input:not([type=hidden]), textarea")];
    }

    typed() {
        return Object.fromEntries(this.fields().map((field) => [field.name, field.value]));
    }

    /** What may be saved: a criterion with wrong points stays as it was. */
    sound() {
        const wrong = this.el.querySelectorAll(".o_kpi_points[aria-invalid=true]");
        const names = new Set([...wrong].map((field) => field.name));
        return Object.fromEntries(
            Object.entries(this.typed()).filter(([name]) => !names.has(name))
        );
    }

    isOther(some, others) {
        return Object.keys(some).some((name) => some[name] !== others[name]);
    }

    onInput() {
        if (ENDED.includes(this.state)) {
            return;
        }
        this.keep();
        this.saveSoon();
    }

    onSubmit(ev) {
        if (!browser.navigator.onLine) {
            ev.preventDefault();
            this.keep();
            this.state = "kept";
        }
    }

    onOtherWindow(ev) {
        if (ev.key === `${this.key}_mark` && ev.newValue !== this.mark.value) {
            this.state = "stale";
        }
    }

    async save() {
        const sent = this.sound();
        if (this.isSending || ENDED.includes(this.state) || !this.isOther(sent, this.saved)) {
            this.state = this.state === "saved" && this.hasWrong() ? "wrong" : this.state;
            return this.updateContent();
        }
        this.isSending = true;
        this.state = this.state === "kept" ? "kept" : "saving";
        this.updateContent();
        try {
            const params = { typed: { ...sent, mark: this.mark.value } };
            this.onAnswer(await rpc(this.el.dataset.draft, params, { silent: true }), sent);
        } catch (error) {
            this.onFailure(error);
        }
        this.isSending = false;
        if (!this.isDestroyed) {
            this.updateContent();
        }
    }

    onAnswer(answer, sent) {
        this.state = answer.state;
        this.sentence = answer.sentence || "";
        if (answer.state !== "saved") {
            return;
        }
        Object.assign(this.saved, sent);
        this.mark.value = answer.mark;
        browser.localStorage.setItem(`${this.key}_mark`, answer.mark);
        this.total = answer.total;
        this.showScore(answer.score);
        if (this.isOther(this.typed(), this.saved)) {
            this.keep();
            this.state = this.hasWrong() ? "wrong" : "saving";
            this.saveSoon();
        } else {
            browser.localStorage.removeItem(this.key);
        }
    }

    onFailure(error) {
        const isLoggedOut = error.exceptionName === "odoo.http.SessionExpiredException";
        this.state = isLoggedOut ? "login" : "kept";
        if (!(error instanceof ConnectionLostError) && !isLoggedOut) {
            console.warn(error);
        }
        this.waitForTimeout(() => this.save(), TRY_AGAIN);
    }

    hasWrong() {
        return Boolean(this.el.querySelector(".o_kpi_points[aria-invalid=true]"));
    }

    /** The server renders the score; whoever had opened it finds it open again. */
    showScore(score) {
        const place = this.el.ownerDocument.querySelector("#kpi-live-score");
        const wasOpen = place?.querySelector("details")?.open;
        const shown = new DOMParser().parseFromString(score, "text/html");
        place?.replaceChildren(...shown.body.childNodes);
        place?.querySelector("details")?.toggleAttribute("open", Boolean(wasOpen));
    }

    keep() {
        const kept = { mark: this.mark.value, typed: this.typed() };
        browser.localStorage.setItem(this.key, JSON.stringify(kept));
    }

    kept() {
        try {
            return JSON.parse(browser.localStorage.getItem(this.key));
        } catch {
            return null;
        }
    }

    putBack({ typed }) {
        for (const field of this.fields().filter((one) => one.name in typed)) {
            field.value = typed[field.name];
        }
        this.state = "restored";
        this.keep();
        this.saveSoon();
    }

    throwAway() {
        browser.localStorage.removeItem(this.key);
        this.state = "";
    }
}

/** Forgets on this device what has been handed in. */
export class KpiHandedIn extends Interaction {
    static selector = ".o_kpi_handed_in";

    start() {
        for (const key of [this.el.dataset.keep, `${this.el.dataset.keep}_mark`]) {
            browser.localStorage.removeItem(key);
        }
    }
}

registry.category("public.interactions").add("kpi_evaluation.draft", KpiDraft);
registry.category("public.interactions").add("kpi_evaluation.handed_in", KpiHandedIn);
