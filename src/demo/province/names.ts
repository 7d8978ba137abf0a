import type { Sequence } from './random'

const letters = (text: string) => text.split(' ') as [string, ...string[]] // the lists below are not empty

const SURNAMES = letters(
  '赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 窦 章 云 苏 潘 葛 奚 范 彭 郎 鲁 韦 昌 马 苗 凤 花 方 俞 任 袁 柳 司徒 欧阳 上官',
)
const GIVEN = letters(
  '予安 知夏 一诺 景行 清和 若溪 明远 书言 子衿 望舒 听澜 言蹊 思齐 嘉木 闻笛 见山 知微 云舒 怀瑾 晓禾 星野 沐阳 初晴 以宁 南乔 北辰 安歌 长亭 之舟 未央 可 木 骁 青 岚 朔 宁 恬 一鸣 乐之 文茵 采薇 如许 天佑 海若 新雨 秋实 春晓 冬青 立夏 守拙 知行 慎独 致远 弘毅 笃行 静姝 行简 既白 修竹',
)

/** Names nobody in particular has; none twice within one list. */
export function namer(random: Sequence, taken: Iterable<string> = []) {
  const used = new Set(taken)
  return (): string => {
    for (;;) {
      const name = random.pick(SURNAMES) + random.pick(GIVEN)
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
