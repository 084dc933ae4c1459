"""Files: what is served, what is uploaded, what is kept private, and how much of it is taken in."""

from pathlib import Path

from .environment import BASE_DIR, VAR_DIR, env

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()
# What applicants send: never under an address, handed out by views that ask who is there.
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", default="") or VAR_DIR / "private")
PRIVATE_S3_BUCKET = env.str("PRIVATE_S3_BUCKET", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": (
        {
            "BACKEND": "program.files.bucket.PrivateBucket",
            "OPTIONS": {
                "bucket_name": PRIVATE_S3_BUCKET,
                # Nothing means Amazon's own, and where boto3 looks for keys by itself.
                "endpoint_url": env.str("PRIVATE_S3_ENDPOINT", default="") or None,
                "region_name": env.str("PRIVATE_S3_REGION", default="") or None,
                "access_key": env.str("PRIVATE_S3_ACCESS_KEY", default="") or None,
                "secret_key": env.str("PRIVATE_S3_SECRET_KEY", default="") or None,
            },
        }
        if PRIVATE_S3_BUCKET
        else {"BACKEND": "program.files.storages.PrivateFolder", "OPTIONS": {"location": PRIVATE_ROOT}}
    ),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# In bytes: a file of any kind, all files of one request together, and a body that is read at all.
LARGEST_UPLOAD = 20 * 1024 * 1024
LARGEST_UPLOADS = 5 * LARGEST_UPLOAD
LARGEST_BODY = 1024 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["program.files.uploads.BoundedUploadHandler"]
# Where clamd looks at what applicants send: tcp://host:3310 or unix:///run/clamav/clamd.ctl.
CLAMAV_URL = env.str("CLAMAV_URL", default="")
