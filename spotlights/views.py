from django.http import HttpResponse


def call_list(request, page):
    return HttpResponse()


def answer_call(request, page):
    return HttpResponse()


def preview_form(request, page):
    return HttpResponse()


def receipt(request, secret):
    return HttpResponse()


def spotlight_list(request, page):
    return HttpResponse()
