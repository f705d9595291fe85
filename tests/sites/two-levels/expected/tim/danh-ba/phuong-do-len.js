Finder.take("danh-ba/phuong-do-len",{"c":[["Phường Đò Lèn",-1,0,"02370001003"]],"o":"02370001002","v":[["Tổ dân phố 1",0,0]],"b":[],"p":[["Lê Văn An",0,0,0],["Đỗ Thị Em",0,0,1]]});
