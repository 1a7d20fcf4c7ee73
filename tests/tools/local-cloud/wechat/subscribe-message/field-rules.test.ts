import type { FieldType, TemplateConfig } from '../../../../../config/wechat'
import { fieldProblem } from '../../../../../tools/local-cloud/wechat/subscribe-message/field-rules'

const template: TemplateConfig = {
  title: '提醒',
  kind: 'one-time',
  fields: {},
  values: { enum1: ['已发布', '已撤回'], const1: ['周报'] },
}

/** Of each type: what it takes, and what it does not. */
const cases: Record<FieldType, { fit: string[]; unfit: string[] }> = {
  thing: {
    fit: ['x', '字'.repeat(20), '第39期: 100% “new”!', '🙂'.repeat(20), ' padded '],
    unfit: ['字'.repeat(21), '两行\n一行', 'tab\there', 'bell\u0007', '\u2028line', '\ud800'],
  },
  number: {
    fit: ['0', '39', '3.14', '1'.repeat(32)],
    unfit: ['1'.repeat(33), '-1', '1,000', '1.', '.5', '１', '39期', '1e3'],
  },
  letter: { fit: ['a', 'ABCxyz', 'z'.repeat(32)], unfit: ['z'.repeat(33), 'a b', 'a1', 'é', '字'] },
  symbol: { fit: ['+', '$%^&*', '。！'], unfit: ['!!!!!!', 'a', '1', '字', '! !'] },
  character_string: {
    fit: ['a', 'No.204', '#$%-_/:', 'x'.repeat(32)],
    unfit: ['x'.repeat(33), '第204期', 'No. 204', 'é'],
  },
  time: {
    fit: [
      '15:01',
      '9:05',
      '23:59:59',
      '2019年10月1日 15:01',
      '2019-10-01 15:01',
      '15:01~18:00',
      '8:00 ~ 9:00',
    ],
    unfit: ['24:00', '15:60', '1501', '2019年10月1日', 'noon', '15:01~', '1:00~2:00~3:00', '15：01'],
  },
  date: {
    fit: [
      '2019年10月1日',
      '2019年10月',
      '10月1日',
      '2019-10-01',
      '2019/10/1',
      '2019.10.1',
      '2019年10月1日 15:01',
      '2019-10-01 15:01:02',
      '2019年10月1日~2019年10月7日',
    ],
    unfit: ['2019年13月1日', '2019年10月32日', '2019-10/01', '今天', '20191001', '15:01', '19年10月1日'],
  },
  amount: {
    fit: ['100', '￥100.5', '$0.99', '100元', '¥9999999999元'],
    unfit: ['1'.repeat(11), '100美元', '￥￥1', '-1', '1,000', '￥', '100 元'],
  },
  phone_number: { fit: ['+86-0766-66888866', '64096260'], unfit: ['1'.repeat(18), '010 6409', '电话'] },
  car_number: {
    fit: ['粤A8Z888挂', '粤A88888', 'A', '京A12345'],
    unfit: ['粤A8Z8888挂', '粤粤A8888', '粤A 8888', '粤A-8888'],
  },
  name: {
    fit: ['立方', '立'.repeat(10), 'x'.repeat(20), 'Ann-Marie O’Neil', '李 Lee'],
    unfit: ['立'.repeat(11), 'x'.repeat(21), '立方Lawyers Co', 'R2D2'],
  },
  phrase: { fit: ['已', '已发布', '五个汉字了'], unfit: ['六个汉字太多', 'ok', '已发布!', '第1期', '已 发'] },
  enum: { fit: ['已发布', '已撤回'], unfit: ['未发布', '已发布 '] },
  const: { fit: ['周报'], unfit: ['已发布', '月报'] },
}

const rows = (kind: 'fit' | 'unfit') =>
  Object.entries(cases).flatMap(([type, values]) => values[kind].map((value) => [type, value] as const))

it.each(rows('fit'))('%s takes %j', (type, value) => {
  expect(fieldProblem(`${type}1`, value, template)).toBeNull()
})

it.each(rows('unfit'))('%s does not take %j', (type, value) => {
  expect(fieldProblem(`${type}1`, value, template)).toBe(`data.${type}1.value invalid`)
})

it.each(Object.keys(cases))('%s has to say something', (type) => {
  for (const value of [undefined, null, '', '  ', '\n'])
    expect(fieldProblem(`${type}12`, value, template)).toBe(`data.${type}12.value is empty`)
})

it.each(Object.keys(cases))('%s takes texts only', (type) => {
  for (const value of [7, true, ['15:01'], {}])
    expect(fieldProblem(`${type}1`, value, template)).toBe(`data.${type}1.value invalid`)
})

it('takes no value where an enum or const names none', () => {
  expect(fieldProblem('enum2', '已发布', template)).toBe('data.enum2.value invalid')
})
