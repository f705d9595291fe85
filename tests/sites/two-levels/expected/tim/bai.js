Finder.take("bai",{"a":[["Tổ bảo vệ","so-tay/to",0,0,0],["Tổ là gì","so-tay/to/",1,0,0]]});
