//! Names of cities and provinces, as addresses bear them. Not every city of the country: one that is missing here is asked about.

/// Provinces and their capitals.
const PROVINCES: [(&str, &str); 27] = [
    ("河北", "石家庄"),
    ("山西", "太原"),
    ("内蒙古", "呼和浩特"),
    ("辽宁", "沈阳"),
    ("吉林", "长春"),
    ("黑龙江", "哈尔滨"),
    ("江苏", "南京"),
    ("浙江", "杭州"),
    ("安徽", "合肥"),
    ("福建", "福州"),
    ("江西", "南昌"),
    ("山东", "济南"),
    ("河南", "郑州"),
    ("湖北", "武汉"),
    ("湖南", "长沙"),
    ("广东", "广州"),
    ("广西", "南宁"),
    ("海南", "海口"),
    ("四川", "成都"),
    ("贵州", "贵阳"),
    ("云南", "昆明"),
    ("西藏", "拉萨"),
    ("陕西", "西安"),
    ("甘肃", "兰州"),
    ("青海", "西宁"),
    ("宁夏", "银川"),
    ("新疆", "乌鲁木齐"),
];

/// Other cities that addresses name without 市.
const CITIES: [&str; 36] = [
    "北京", "上海", "天津", "重庆", "香港", "澳门", "台北", "深圳", "珠海", "汕头", "佛山", "韶关", "河源", "梅州", "惠州", "汕尾", "东莞",
    "中山", "江门", "阳江", "湛江", "茂名", "肇庆", "清远", "潮州", "揭阳", "云浮", "大连", "青岛", "宁波", "厦门", "苏州", "无锡", "三亚",
    "温州", "常州",
];

/// What may follow a name that is a street's or a house's: 中山大道, 黄石东路.
const STREETS: [&str; 9] = ["路", "大道", "街", "巷", "大厦", "酒店", "广场", "公寓", "小区"];

/// Words with 市 that are no city, and what stands before or behind it in the names of quarters: 市桥街.
const WORDS: [&str; 9] = ["城市", "都市", "上市", "超市", "集市", "花市", "夜市", "门市", "股市"];
const BEHIND: [&str; 7] = ["场", "政", "民", "桥", "头", "区", "集"];

/// Whether an address names a city that is none of these, or a province where one of these is the capital of another.
pub(super) fn names_elsewhere(address: &str, seats: &[String]) -> bool {
    let address: String = address.chars().filter(|c| !c.is_whitespace()).collect();
    let is_seat = |name: &str| seats.iter().any(|seat| seat.starts_with(name));
    let cities = CITIES.iter().copied().chain(PROVINCES.iter().map(|(_, capital)| *capital));
    let known = PROVINCES.iter().any(|(_, at)| is_seat(at));
    let other_province = PROVINCES.iter().any(|(province, at)| !is_seat(at) && begins(&address, province));
    cities.filter(|city| !is_seat(city)).any(|city| is_named(&address, city))
        || (known && other_province)
        || address.contains("自治州")
        || some_city(&address)
}

/// A province stands at the beginning or bears its 省: 海珠区河南 is a quarter.
fn begins(address: &str, province: &str) -> bool {
    address.starts_with(province) && is_named(address, province) || address.contains(&format!("{province}省"))
}

/// Whether a city is named, and not a street or a house after it.
fn is_named(address: &str, city: &str) -> bool {
    address.match_indices(city).any(|(at, _)| {
        let after = address.get(at + city.len()..).unwrap_or_default();
        let near: String = after.chars().take(4).collect();
        after.starts_with('市') || !STREETS.iter().any(|street| near.contains(street))
    })
}

/// Whether something is called 市, whatever its name.
fn some_city(address: &str) -> bool {
    address.match_indices('市').any(|(at, _)| {
        let before = address.get(..at).unwrap_or_default();
        let after = address.get(at + '市'.len_utf8()..).unwrap_or_default();
        let near: String = after.chars().take(2).collect();
        before.chars().count() >= 2
            && !before.ends_with(['区', '县', '镇', '街', '省', '本', '我', '全'])
            && !WORDS
                .iter()
                .any(|word| address.get(..at + '市'.len_utf8()).unwrap_or_default().ends_with(word))
            && !BEHIND.iter().any(|word| after.starts_with(word))
            && !near.contains('路')
    })
}
