from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.attention import AttentionPanel
from home.snippets import ListsViewSetGroup
from home.viewsets import only_published_for_readers

register_snippet(ListsViewSetGroup)


@hooks.register("insert_global_admin_css")
def admin_css():
    sheets = ((static("css/admin.css"),), (static("css/admin_registers.css"),))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("construct_homepage_panels")
def attention_panel(request, panels):
    panels.append(AttentionPanel())


hooks.register("construct_page_chooser_queryset", only_published_for_readers)
