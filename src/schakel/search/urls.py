"""The address of search."""

from django.urls import path

from schakel.search import views

app_name = "search"

urlpatterns = [path("<slug:network>/zoeken/", views.search, name="search")]
