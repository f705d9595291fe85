Finder.take("noi-_",{"c":[["Phường Đò Lèn",-1,0,"02370001003"],["Xã Đông Hòa",-1,"xa-dong-hoa-114",0],["Xã Đồng Hòa",-1,"xa-dong-hoa-113",0],["Xã Núi Hòa",-1,0,"02370001001"]]});
