import { registry } from "@web/core/registry";
import { Interaction } from "@web/public/interaction";

/** Says before a long upload that the files are too large, and sends a form once. */
export class KpiHandIn extends Interaction {
    static selector = ".o_kpi_hand_in";
    dynamicContent = {
        "input[type=file]": { "t-on-change": (ev) => this.checkFiles(ev.currentTarget) },
        _root: { "t-on-submit": this.onSubmit },
    };

    checkFiles(input) {
        const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
        const isTooLarge = size > Number(this.el.dataset.fileLimit);
        input.setCustomValidity(isTooLarge ? this.el.dataset.tooLarge : "");
        input.reportValidity();
    }

    onSubmit() {
        const button = this.el.querySelector("button[type=submit]");
        // The upload may take a minute; the page is left, or shown anew, at its end.
        this.waitForTimeout(() => (button.disabled = true), 0);
    }
}

registry.category("public.interactions").add("kpi_evaluation.hand_in", KpiHandIn);
