"""Run by `odoo shell`: load the add-on's own demo and make the database Vietnamese.

Odoo loads the demo of a module only where all it depends on had theirs, which would
fill the agency with English-speaking employees. So its loader is called for one module.
"""

from odoo.modules.loading import load_data
from odoo.modules.module_graph import ModuleGraph

MODULE = "kpi_evaluation"
LANGUAGE = "vi_VN"
TIMEZONE = "Asia/Ho_Chi_Minh"

people = env["res.users"].with_context(active_test=False).search([])
people.partner_id.write({"lang": LANGUAGE, "tz": TIMEZONE})
env["res.company"].search([]).partner_id.write({"lang": LANGUAGE, "tz": TIMEZONE})
env["ir.default"].set("res.partner", "lang", LANGUAGE)
env["ir.default"].set("res.partner", "tz", TIMEZONE)

graph = ModuleGraph(env.cr, mode="load")
graph.extend(
    env["ir.module.module"].search([("state", "=", "installed")]).mapped("name")
)
env = env(su=True, context={**env.context, "lang": LANGUAGE, "tz": TIMEZONE})
load_data(env, {}, "init", kind="demo", package=graph[MODULE])
module = env["ir.module.module"].search([("name", "=", MODULE)])
module.demo = True
module._update_translations()

people = env["res.users"].with_context(active_test=False).search([])
people.partner_id.write({"lang": LANGUAGE, "tz": TIMEZONE})
others = env["res.partner"].with_context(active_test=False)
others.search([("lang", "!=", LANGUAGE)]).lang = LANGUAGE
env["res.lang"].search([("code", "!=", LANGUAGE)]).active = False
env.cr.commit()
