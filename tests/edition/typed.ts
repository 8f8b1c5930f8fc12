/** Stories with the quotes of a typewriter in every place that a quote may have. */
export const TYPED = `---
kicker: 市民说"快"
title: '老桥加宽 "两岸"通行更快'
deck: 公交"先行"
byline: 本报记者 林知秋
page: 1
priority: 1
photos:
  - { file: photos/bridge.jpg, caption: '加宽后的"老桥"，清晨通车。', credit: '"江边"摄影社 摄' }
---
新华社星城1月7日电 "桥宽了"，她说，"路也'顺'了"。**"公交先行"**，*慢车"靠边"*，\`print("旧桥")\`照旧。[^1]

## "先修路"，后通车

> "桥宽了，心也宽了。"

- "公交"专用道两条
- 自行车道一条

| "项目" | 数量 |
| --- | ---: |
| "车道" | 6 |

    print("第一行")

江边的步道修好了，早晨有人跑步，傍晚有人散步，孩子们在草地上放风筝，老人坐在长椅上晒太阳。

[^1]: 据"市政"部门统计。
`;

/** The same in English, where apostrophes stand among them. */
export const TYPED_ENGLISH = `---
title: '"We''ll swim," they said'
byline: Siobhan O'Hara
page: 1
priority: 2
---
"It's the '90s," she said, "and the dogs' home isn't open." (He'd asked 'why?') The river was cold that morning, and
nobody swam in it but the dogs, whose owners stood on the bank and drank tea from a flask that the school had lent.

"You said 'never', didn't you?" asked the ferryman. The children's boat came back at noon, and "that was that".
`;
