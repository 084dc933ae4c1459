"""What Wagtail's log says about applications: who looked, who exported, what was deleted. No name stands in it."""

from wagtail.log_actions import LogFormatter

VIEW = "calls.view"
DOWNLOAD = "calls.download"
EXPORT = "calls.export"
DELETE = "calls.delete"
CONFLICT = "calls.conflict"
LIFT = "calls.lift_conflict"
REMIND = "calls.remind"


class DownloadFormatter(LogFormatter):
    label = "Download a file"

    def format_message(self, log_entry):
        return f"Downloaded a file: {log_entry.data.get('what', '')}"


class ExportFormatter(LogFormatter):
    label = "Export applications"

    def format_message(self, log_entry):
        rows = log_entry.data.get("rows", 0)
        columns = ", ".join(log_entry.data.get("columns", []))
        return f"Exported {rows} {'application' if rows == 1 else 'applications'} with {columns}"


class DeleteFormatter(LogFormatter):
    label = "Delete an application"

    def format_message(self, log_entry):
        return f"Deleted the application {log_entry.data.get('reference', '')}: {log_entry.data.get('why', '')}"


class LiftFormatter(LogFormatter):
    label = "Lift a conflict of interest"

    def format_message(self, log_entry):
        return f"Opened it again to {log_entry.data.get('for', '')}, who had declared a conflict"


class RemindFormatter(LogFormatter):
    label = "Remind readers"

    def format_message(self, log_entry):
        letters = log_entry.data.get("letters", 0)
        return f"Reminded {letters} {'reader' if letters == 1 else 'readers'}"


def register_log_actions(actions):
    """For the hook of that name."""
    actions.register_action(VIEW, "Look at an application", "Looked at the application")
    actions.register_action(DOWNLOAD)(DownloadFormatter)
    actions.register_action(EXPORT)(ExportFormatter)
    actions.register_action(DELETE)(DeleteFormatter)
    actions.register_action(CONFLICT, "Declare a conflict of interest", "Can’t be fair about it, and reads it no more")
    actions.register_action(LIFT)(LiftFormatter)
    actions.register_action(REMIND)(RemindFormatter)
