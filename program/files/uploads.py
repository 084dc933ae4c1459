"""Taking the body of a request in: never more than the site can use, whatever is sent."""

from io import BytesIO

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class TooLargeUpload(UploadedFile):
    """Stands for a file of which nothing was kept, because it was larger than any that is taken.

    Its ``size`` is how large it was, so that whoever checks a size refuses it; it has no content.
    """

    def __init__(self, name, content_type, size, charset, content_type_extra=None):
        super().__init__(BytesIO(), name, content_type, size, charset, content_type_extra)


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes each file to a temporary file as it comes in, and drops it when it is larger than any that is taken.

    The rest of such a file is read and thrown away, so the fields beside it arrive all the same: nothing
    typed is lost. A body that is larger than ``LARGEST_BODY`` is not read at all.
    """

    def __init__(self, request=None):
        super().__init__(request)
        self.kept = 0

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 - Django's name
        if content_length > settings.LARGEST_BODY:
            raise RequestDataTooBig(f"A body of {content_length} bytes is more than LARGEST_BODY.")

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.is_dropped = False

    def receive_data_chunk(self, raw_data, start):
        size = start + len(raw_data)
        if not self.is_dropped and (size > settings.LARGEST_UPLOAD or self.kept + size > settings.LARGEST_UPLOADS):
            self.is_dropped = True
            self.file.close()
        if not self.is_dropped:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size):
        if self.is_dropped:
            return TooLargeUpload(self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)
        self.kept += file_size
        return super().file_complete(file_size)
