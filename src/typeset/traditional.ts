/** Whether a text is written in traditional characters. */

/** Frequent characters that nobody writes who writes simplified ones (in Big5 and not in GB 2312): a headline has some of them. */
const TRADITIONAL = new RegExp(
  `[${
    '這個們華來時說國會為對發學過還開關長門問間聞車東馬鳥魚風飛龍頭願顯題類顧項順須領額語話計記許論設訪證評試詩詢該誰調談請課議護變讓讀認識訊訂討訓貝負財責貨質購費貿資賽贏贈輕輛載輸轉轟進運達遠適選遺邊鄉鄭醫' +
    '釋鐵銀鎮錢鋼錄鏡鐘鎖陽陰陳際陸險隨隊階難雙雞離雲電靈靜韓響頁養餘館驗驚體魯鮮鹽麗麥黃點黨齊齡兒兩內優傳傷價億儀償儲動勞勢勝務協單區卻廠廳縣參號員團園圖圍圓場塊報壓壞壽夢奪奧婦媽孫寧寶實審將專尋導屆層屬' +
    '島嶺幣師帶幫幹廣廢張強彈彌彎徑從復態慮慶應憂懷懸戲戰擁擇擊擔據擴擺擾攝敗敵數斷晝曆書條極構標樓樂樹樣橋機檔檢權歐歡歲歷歸殘殺氣決沒況淚淨淺減測湯準溝溫滅滬漁漢漲潔潛潤濟濤灣災煙熱營爭爺牆狀獎獨獲環現產' +
    '畫異當療盜監盤眾礦確禮禍種稱穩穫競筆節範築簡籃糧約紀紅納純紙級細終組結給統絕經綠維網緊線編緣縮績總織繼續繞罰羅聖聯聲職聽肅腦腳臨臺興舉舊艱藝蘇蘭處虧蟲術衛裝裡褲見規視親覺覽觀觸'
  }]`,
  'u',
);

/** True where a character says so: 海堤大橋, and not 今天. */
export const isTraditionalText = (text: string): boolean => TRADITIONAL.test(text);
