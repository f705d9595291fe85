// The kinds of page of the sample, one address each: what the checks in a browser and the screenshots look at.
// A new kind of page gets a line here. `when: "made"` marks a kind that a site may do without.

export const KINDS = [
  { name: "home", path: "index.html" },
  { name: "places", path: "danh-ba.html" },
  { name: "district", path: "danh-ba/huyen-tho-xuan.html" },
  { name: "commune", path: "danh-ba/huyen-tho-xuan/xa-xuan-hoa.html" },
  { name: "commune-without-roster", path: "danh-ba/huyen-tho-xuan/xa-bac-luong.html" },
  { name: "ward-without-teams", path: "danh-ba/thanh-pho-thanh-hoa/phuong-dien-bien.html" },
  { name: "quarter-without-team", path: "danh-ba/thanh-pho-thanh-hoa/phuong-dien-bien/khu-pho-3.html" },
  { name: "village", path: "danh-ba/thi-xa-nghi-son/xa-nghi-son/thon-thuong.html" },
  { name: "village-vacant-and-withheld", path: "danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-1.html" },
  { name: "village-vacant", path: "danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-4.html" },
  { name: "village-withheld", path: "danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-3.html" },
  { name: "village-not-set-up", path: "danh-ba/huyen-tho-xuan/xa-xuan-hung/thon-dai-dong.html" },
  { name: "books", path: "so-tay.html" },
  { name: "book", path: "so-tay/to-bao-ve.html" },
  { name: "chapter", path: "so-tay/to-anxh/lap-to.html" },
  { name: "chapter-with-tables", path: "so-tay/ban-chi-dao/ai-ngoi-trong-ban.html" },
  { name: "form", path: "so-tay/bieu-mau/bien-ban-hop.html" },
  { name: "campaign", path: "vi-binh-yen.html" },
  { name: "post", path: "vi-binh-yen/ngon-den-dau-ngo.html" },
  { name: "tag", path: "vi-binh-yen/the/den-duong.html" },
  { name: "press", path: "vi-binh-yen/danh-cho-bao-chi.html" },
  { name: "schemes", path: "de-an.html" },
  { name: "rules", path: "de-an/375-2008/quy-dinh.html" },
  { name: "duties", path: "de-an/375-2008/phan-cong.html" },
  { name: "progress", path: "de-an/375-2008/tien-do.html" },
  { name: "glossary", path: "tu-ngu.html" },
  { name: "about", path: "gioi-thieu.html" },
  { name: "not-found", path: "404.html" },
  { name: "commune-in-one-file", path: "danh-ba/huyen-tho-xuan/xa-xuan-hoa.don.html" },
  { name: "saved", path: "da-luu.html" },
  { name: "taken-down", path: "vi-binh-yen/anh-ngay-hoi.html" },
  { name: "search", path: "tim.html", when: "made" },
  { name: "search-result", path: "tim.html?q=thon+1+xuan+hoa", when: "made" },
  { name: "search-nothing", path: "tim.html?q=zzzz", when: "made" },
  { name: "english-home", path: "en/index.html" },
  { name: "english-places", path: "en/danh-ba.html" },
  { name: "english-commune", path: "en/danh-ba/huyen-tho-xuan/xa-xuan-hoa.html" },
  { name: "english-village", path: "en/danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-1.html" },
  { name: "english-books", path: "en/so-tay.html" },
  { name: "english-campaign", path: "en/vi-binh-yen.html" },
  { name: "english-post", path: "en/vi-binh-yen/ngon-den-dau-ngo.html" },
  { name: "english-rules", path: "en/de-an/375-2008/quy-dinh.html" },
  { name: "english-progress", path: "en/de-an/375-2008/tien-do.html" },
  { name: "english-glossary", path: "en/tu-ngu.html" },
  { name: "english-about", path: "en/gioi-thieu.html" },
  { name: "english-search", path: "en/tim.html", when: "made" },
];

/** The page that decides a commune's first impression, a village's, and so on: what Lighthouse measures. */
export const MEASURED = ["home", "commune", "village", "chapter", "search"];

/** What Firefox is shown: one page of each layout, since each picture starts a browser of its own. */
export const PICTURED = ["home", "commune", "chapter", "campaign"];
