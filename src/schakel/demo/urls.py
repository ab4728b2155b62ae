"""The addresses of the demo."""

from django.urls import path

from schakel.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/", views.people, name="people"),
    path("demo/post/", views.post, name="post"),
    path("demo/word/<uuid:person>/", views.become, name="become"),
]
