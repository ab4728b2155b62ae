"""Addresses of the look itself."""

from django.urls import path

from schakel.web import views

app_name = "web"

urlpatterns = [
    path("components/", views.components, name="components"),
    path("components/kleuren/", views.scheme, name="scheme"),
]
