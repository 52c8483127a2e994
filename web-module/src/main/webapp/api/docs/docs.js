window.ui = SwaggerUIBundle({
  url: "/openapi?format=JSON",
  dom_id: "#api",
  deepLinking: true,
  persistAuthorization: false,
});
