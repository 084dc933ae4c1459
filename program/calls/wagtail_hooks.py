from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from program.calls.admin_urls import admin_urls
from program.calls.attention import waiting_in_calls
from program.calls.copying import say_what_a_copy_left_behind
from program.calls.guards import keep_calls_with_applications, keep_calls_with_applications_in_bulk
from program.calls.log_actions import register_log_actions
from program.calls.menu import reading_progress, to_read, year_report
from program.calls.page_buttons import in_a_list, in_the_header
from program.calls.permissions import letters_open_to
from program.calls.registers.applications import ApplicationRegister
from program.calls.registers.forwards import ForwardRegister
from program.calls.registers.late_codes import LateCodeRegister
from program.calls.registers.readers import ReaderRegister
from program.calls.services.looking import record_reading
from program.calls.snippets import DemographicQuestionViewSet
from program.calls.viewsets import call_listing

modeladmin_register(ApplicationRegister)
modeladmin_register(ForwardRegister)
modeladmin_register(ReaderRegister)
modeladmin_register(LateCodeRegister)
hooks.register("register_admin_menu_item", to_read)
hooks.register("register_admin_menu_item", reading_progress)
hooks.register("register_attention", waiting_in_calls)
hooks.register("register_log_actions", register_log_actions)
hooks.register("letters_open_to", letters_open_to)
hooks.register("after_reading_a_letter", record_reading)
hooks.register("after_copy_page", say_what_a_copy_left_behind)
hooks.register("register_admin_urls", lambda: admin_urls)
hooks.register("register_page_header_buttons", in_the_header)
hooks.register("register_page_listing_more_buttons", in_a_list)
hooks.register("register_reports_menu_item", year_report)
register_snippet(DemographicQuestionViewSet)
hooks.register("before_delete_page", keep_calls_with_applications)
hooks.register("before_bulk_action", keep_calls_with_applications_in_bulk)


@hooks.register("register_admin_viewset")
def calls_in_the_menu():
    return call_listing
