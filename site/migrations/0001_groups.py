"""Who may do what in the admin. Wagtail brings Editors and Moderators with their page permissions and
its approval workflow on the whole tree; this adds what our rooms need, and two groups more."""

from django.db import migrations

ALL = ("add", "change", "delete", "view")
LISTS = [(("home", model), ALL) for model in ("topic", "careerstage", "region", "channel")]
APPLICATIONS = (("calls", "application"), ("view", "change"))
ADMIN = (("wagtailadmin", "admin"), ("access",))

GRANTS = {
    "Editors": [ADMIN, *LISTS],
    "Moderators": [ADMIN, *LISTS, APPLICATIONS],
    # Reads the calls it is named on as a reader, and nothing else (program/calls/permissions.py).
    "Call readers": [ADMIN],
    "Administrators": [
        ADMIN,
        *LISTS,
        APPLICATIONS,
        (("home", "associationsettings"), ("change",)),
        (("home", "user"), ALL),
        (("auth", "group"), ALL),
        (("wagtailcore", "site"), ALL),
        (("wagtailcore", "collection"), ("add", "change", "delete")),
        (("wagtailcore", "workflow"), ("add", "change", "delete")),
        (("wagtailcore", "task"), ("add", "change", "delete")),
        (("wagtailredirects", "redirect"), ALL),
    ],
}
PAGE_PERMISSIONS = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
MEDIA_PERMISSIONS = (("wagtailimages", "image"), ("wagtaildocs", "document"))


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, grants in GRANTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for model, actions in grants:
            group.permissions.add(*(_permission(apps, *model, action) for action in actions))
    _grant_pages_and_media(apps, Group.objects.get(name="Administrators"))


def _permission(apps, app_label, model, action):
    """The permission, made here when its own app has not got round to it: that happens after all migrations."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
    codename = "access_admin" if action == "access" else f"{action}_{model}"
    permission, _ = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {action} {model}"}
    )
    return permission


def _grant_pages_and_media(apps, group):
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for root in Page.objects.filter(depth=1):
        for action in PAGE_PERMISSIONS:
            GroupPagePermission.objects.get_or_create(
                group=group, page=root, permission=_permission(apps, "wagtailcore", "page", action)
            )
    for root in Collection.objects.filter(depth=1):
        for app_label, model in MEDIA_PERMISSIONS:
            for action in ("add", "change", "choose"):
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root, permission=_permission(apps, app_label, model, action)
                )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_front_door"),
        ("calls", "0002_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0012_uploadeddocument"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0001_initial"),
    ]

    # Taking the groups back would take people's rights with them.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
