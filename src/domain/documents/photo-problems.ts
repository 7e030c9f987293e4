// What a person reads when a photo cannot be taken in. The bytes on the phone stay as they are.
import type { Label } from "../kernel/label.ts";

export const photoProblems: Readonly<Record<string, Label>> = {
  "photo.too_large": {
    zh: "这张照片超过{megabytes}MB，没有存。请用手机相机的普通尺寸重拍一张。",
    en: "Larger than {megabytes} MB.",
  },
  "photo.too_many_pixels": {
    zh: "这张照片超过{megapixels}百万像素，没有存。请用普通尺寸重拍一张。",
    en: "More than {megapixels} megapixels.",
  },
  "photo.not_a_picture": {
    zh: "这个文件不是照片，没有存。可以用JPEG、PNG、WebP或苹果手机的HEIC照片。",
    en: "Not a photo. JPEG, PNG, WebP and HEIC are taken.",
  },
  "photo.mislabelled": {
    zh: "这个文件标的是{declared}，内容却是{found}，没有存。请从相册重新选原图。",
    en: "Called {declared} but is {found}.",
  },
  "photo.damaged": {
    zh: "这张照片不完整或已损坏，打不开，没有存。请重新选原图，或重拍一张。",
    en: "Cut off or damaged.",
  },
  "photo.hash_differs": {
    zh: "照片（{sha256}…）在路上变了，没有存。本机的还在，会自动再送。",
    en: "The bytes are not the ones announced ({sha256}…).",
  },
};
