from django.db import models


class Kind(models.TextChoices):
    """The kinds of files that can be taken. The value is the ending that a stored file's name gets."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word (.docx)"
    ODT = "odt", "OpenDocument (.odt)"
    TXT = "txt", "plain text"
    JPEG = "jpg", "JPEG picture"
    PNG = "png", "PNG picture"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self]

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that a name of this kind may honestly have."""
        return OTHER_ENDINGS.get(self, (self.value,))


CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    # Text is stored as UTF-8, whatever it came as.
    Kind.TXT: "text/plain; charset=utf-8",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
}
OTHER_ENDINGS = {
    Kind.TXT: ("txt", "text", "md", "csv", "log"),
    Kind.JPEG: ("jpg", "jpeg", "jpe", "jfif"),
}
