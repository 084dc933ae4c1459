"""Where private files are kept in an S3 bucket; asked for by ``PRIVATE_S3_BUCKET``."""

from django.core.exceptions import ImproperlyConfigured

try:
    from botocore.config import Config
    from storages.backends.s3 import S3Storage
except ImportError:
    raise ImproperlyConfigured(
        "PRIVATE_S3_BUCKET is set, and the package that speaks to a bucket is not installed: "
        "pip install 'django-storages[s3]==1.14.6'"
    ) from None

SPOOLED = 2 * 1024 * 1024


class PrivateBucket(S3Storage):
    """A bucket of our own, reached with keys; nothing in it has a public address, whatever the options say."""

    def get_default_settings(self):
        return super().get_default_settings() | {
            # None leaves it to the bucket, which is private unless somebody opened it; many refuse any other.
            "default_acl": None,
            "querystring_auth": True,
            "custom_domain": None,
            # Names are random: looking first whether one is taken would cost a request a file.
            "file_overwrite": True,
            "max_memory_size": SPOOLED,
            "client_config": Config(
                signature_version="s3v4",
                # Other makers' buckets know neither names in the host nor the newer checksums.
                s3={"addressing_style": "auto"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=5,
                read_timeout=20,
            ),
        }

    def url(self, name, *args, **kwargs):
        raise ValueError("A private file has no address; program.files.serving hands it out.")
