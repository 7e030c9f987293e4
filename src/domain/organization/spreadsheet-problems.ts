// Why a spreadsheet, or a list in it, cannot be read at all: code → sentence, said before anything is saved.
import type { Label } from "../kernel/label.ts";

export const spreadsheetProblems: Readonly<Record<string, Label>> = {
  "spreadsheet.missing": {
    zh: "没有找到文件“{file}”。请看看路径和文件名对不对。",
    en: "No such file: {file}.",
  },
  "spreadsheet.empty_file": {
    zh: "这个文件是空的（0字节），可能没有下载完。请重新下载或另存后再传。",
    en: "The file is empty.",
  },
  "spreadsheet.too_large": {
    zh: "文件有{megabytes}MB，最多{limit}MB。请删去图片和用不到的工作表，或分成几个文件。",
    en: "The file has {megabytes} MB; at most {limit} MB.",
  },
  "spreadsheet.expands_too_much": {
    zh: "文件解开后有{megabytes}MB，超过{limit}MB，没有打开。请只留名单这一张工作表，另存后再传。",
    en: "Unpacked the file has {megabytes} MB; at most {limit} MB.",
  },
  "spreadsheet.bomb": {
    zh: "文件压缩得不正常（{ratio}倍），像是有意做坏的，没有打开。请用Excel或WPS打开原表，另存为.xlsx再传。",
    en: "The file is compressed {ratio} times, which no list is; it was not opened.",
  },
  "spreadsheet.too_many_rows": {
    zh: "表里的行数超过{limit}行，没有读。请删去名单下面的空白行，或分成几个文件。",
    en: "More than {limit} rows.",
  },
  "spreadsheet.too_many_columns": {
    zh: "第{row}行的内容超过{limit}列，不像名单，没有读。请删去用不到的列再传。",
    en: "Row {row} has more than {limit} columns.",
  },
  "spreadsheet.old_excel": {
    zh: "这是旧格式的表格（.xls或.et）。请用Excel或WPS打开，另存为.xlsx再传。",
    en: "This is an old workbook (.xls). Save it as .xlsx.",
  },
  "spreadsheet.encrypted": {
    zh: "这个文件加了密码，打不开。请去掉密码，另存为.xlsx再传。",
    en: "The file is protected by a password. Save it without.",
  },
  "spreadsheet.text": {
    zh: "这是文本表格（如.csv），不是Excel文件，只改扩展名不行。请用Excel或WPS打开，另存为.xlsx再传。",
    en: "This is a text table such as CSV. Open it in Excel and save it as .xlsx.",
  },
  "spreadsheet.web_page": {
    zh: "这是网页存成的表格，不是真正的Excel文件。请用Excel或WPS打开，另存为.xlsx再传。",
    en: "This is a web page saved as a table. Open it in Excel and save it as .xlsx.",
  },
  "spreadsheet.xml_table": {
    zh: "这是Excel 2003的XML表格。请用Excel或WPS打开，另存为.xlsx再传。",
    en: "This is an XML Spreadsheet 2003. Save it as .xlsx.",
  },
  "spreadsheet.other_format": {
    zh: "这是{format}，不是Excel表格。请选.xlsx文件。",
    en: "This is {format}, not a workbook. Choose an .xlsx file.",
  },
  "spreadsheet.truncated": {
    zh: "文件不完整，后面一段没有了，可能没有传完或下载完。请重新下载或另存后再传。",
    en: "The file is cut off. Download or save it again.",
  },
  "spreadsheet.damaged": {
    zh: "文件坏了，读不出表格。请用Excel或WPS打开原表，另存为.xlsx再传。",
    en: "The file is damaged. Open the original in Excel and save it as .xlsx.",
  },
  "spreadsheet.no_such_sheet": {
    zh: "文件里没有叫“{sheet}”的工作表。",
    en: "There is no sheet called {sheet}.",
  },
  "enterpriseList.empty": {
    zh: "这张工作表是空的，没有企业。请选有名单的那一张。",
    en: "The sheet is empty.",
  },
  "enterpriseList.noHead": {
    zh: "没有找到列名。名单上面要有一行写明“企业名称”“统一社会信用代码”这样的列名，请补上再传。",
    en: "No row of column names was found.",
  },
  "enterpriseList.noNameColumn": {
    zh: "没有认出企业名称在哪一列。请把那一列的列名改成“企业名称”，或在“对列名”里选。",
    en: "No column of enterprise names was found.",
  },
};
