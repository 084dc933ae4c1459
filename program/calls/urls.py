from django.urls import include, path, re_path

from program.calls.views import mine

app_name = "calls"
# Below the address of an application, which is ``personal:application`` of the site.
under_an_application = [
    path("accept/", mine.accept, name="mine_accept"),
    path("turn-down/", mine.turn_down, name="mine_turn_down"),
    path("correct/", mine.correct, name="mine_correct"),
    path("later/", mine.later, name="mine_later"),
    path("naming/", mine.naming, name="mine_naming"),
    path("data/", mine.data, name="mine_data"),
    re_path(r"^data/application\.(?P<ending>html|json|zip)$", mine.download, name="mine_download"),
    path("delete/", mine.delete, name="mine_delete"),
    path("file/<str:key>/", mine.own_file, name="mine_file"),
    path("sheet/", mine.sheet, name="mine_sheet"),
    path("withdraw/", mine.withdraw, name="mine_withdraw"),
    path("keep-in-mind/", mine.keep_in_mind, name="mine_keep_in_mind"),
]
urlpatterns = [path("<str:secret>/", include(under_an_application))]
