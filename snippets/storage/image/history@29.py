for entry in site.history()[:4]:
    print(entry["Size"], entry["CreatedBy"])
#> 0 /bin/sh -c #(nop)  CMD ["cat" "/site/index.html"]
#> 0 /bin/sh -c #(nop)  ENV GREETING=hello
#> 12288 /bin/sh -c #(nop) COPY file:9ca67dd9fac738393466eec31fdc801d99075e38fc7f88357ef2b63e9d1ccef1 in /site/
#> 8192 /bin/sh -c mkdir /site
