import { registry } from "@web/core/registry";
import { Interaction } from "@web/public/interaction";

/** The number that was typed, null for a blank, NaN for anything else. */
function typedNumber(text) {
    const written = text.trim().replace(",", ".");
    return written === "" ? null : Number(written);
}

/** Sums the points while they are typed, and adds buttons for quarters of a point. */
export class KpiSelfAssessment extends Interaction {
    static selector = ".o_kpi_self_assessment, .o_kpi_judgement";
    dynamicContent = {
        ".o_kpi_points": {
            "t-on-input": () => {},
            "t-att-class": (input) => ({ "is-invalid": !this.isWithin(input) }),
            "t-att-aria-invalid": (input) => (this.isWithin(input) ? undefined : "true"),
        },
        ".o_kpi_step": {
            "t-on-click": (ev) => this.step(ev.currentTarget),
            "t-att-class": () => ({ "d-none": false }),
        },
        ".o_kpi_sum_line": { "t-att-class": () => ({ "d-none": false }) },
        ".o_kpi_sum": { "t-out": () => this.sum() },
        ".o_kpi_blank": { "t-out": () => String(this.blanks()) },
        ".o_kpi_blank_line": { "t-att-class": () => ({ "d-none": !this.blanks() }) },
    };

    inputs() {
        return [...this.el.querySelectorAll(".o_kpi_points")];
    }

    isWithin(input) {
        const points = typedNumber(input.value);
        return points === null || (points >= 0 && points <= typedNumber(input.dataset.max));
    }

    sum() {
        const points = this.inputs().map((input) => typedNumber(input.value) || 0);
        return this.shown(points.reduce((sum, one) => sum + one, 0));
    }

    blanks() {
        return this.inputs().filter((input) => !input.value.trim()).length;
    }

    step(button) {
        const input = button.parentElement.querySelector(".o_kpi_points");
        const points = (typedNumber(input.value) || 0) + Number(button.dataset.step);
        const max = typedNumber(input.dataset.max);
        input.value = this.shown(Math.min(Math.max(points, 0), max));
        input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    shown(points) {
        return String(Math.round(points * 10000) / 10000).replace(".", ",");
    }
}

registry
    .category("public.interactions")
    .add("kpi_evaluation.self_assessment", KpiSelfAssessment);
